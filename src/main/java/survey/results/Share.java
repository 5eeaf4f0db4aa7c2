package survey.results;

import java.util.Optional;
import survey.results.statistics.Interval;
import survey.results.statistics.Proportion;

/**
 * How many respondents out of how many.
 *
 * @param count from 0 to the base
 * @param base how many respondents could be among them
 */
public record Share(long count, long base) {
  /**
   * Wilson's 95 % interval; nothing where nobody has answered, nor where a tampered tally counts
   * more than all: readiness reports that, and the page goes on showing what is stored.
   */
  public Optional<Interval> interval() {
    return count > base ? Optional.empty() : Interval.wilson(new Proportion(count, base));
  }

  /** In percent, 0 to 100; 0 where nobody has answered. */
  public double percent() {
    return base == 0 ? 0 : 100.0 * count / base;
  }
}
