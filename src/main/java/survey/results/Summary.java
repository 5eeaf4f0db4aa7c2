package survey.results;

import java.time.Instant;
import java.util.Map;
import survey.questionnaire.Wave;

/**
 * The tallies of both waves at one moment.
 *
 * @param asOf when they were read, to the second
 */
public record Summary(Instant asOf, Map<Wave, Tally> waves) {
  public Tally original() {
    return waves.get(Wave.ORIGINAL);
  }

  public Tally live() {
    return waves.get(Wave.LIVE);
  }
}
