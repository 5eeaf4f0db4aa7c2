package survey.results.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some days in a row and who answered in them.
 *
 * @param from its first day in Japan
 * @param to its last day, which may be the first
 */
public record Period(LocalDate from, LocalDate to, Count count) {
  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  /** How many days it has, 1 or more. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The average number of respondents a day. */
  public double perDay() {
    return (double) count.n() / days();
  }

  /** This period and a later one, with all that lies between them. */
  Period until(Period later) {
    return new Period(from, later.to, count.plus(later.count));
  }
}
