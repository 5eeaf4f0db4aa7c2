package survey.results.comparison;

import java.util.List;
import survey.results.statistics.Interval;
import survey.results.statistics.MentionsComparison;

/**
 * The axis that differences are drawn on: as far to the left of zero as to the right of it.
 *
 * @param reach how far, in points: 20, 30, … 100
 */
public record Scale(int reach) {
  private static final int LEAST = 20;
  private static final int STEP = 10;

  /** The shortest that every interval fits on, so that the lengths of all can be compared. */
  static Scale of(MentionsComparison mentions) {
    double furthest =
        mentions.choices().values().stream()
            .map(choice -> choice.difference().interval())
            .mapToDouble(Scale::furthest)
            .max()
            .orElseThrow();
    return new Scale((int) Math.max(LEAST, STEP * Math.ceil(100 * furthest / STEP)));
  }

  private static double furthest(Interval interval) {
    return Math.max(-interval.lower(), interval.upper());
  }

  /**
   * Where a difference lies on the axis.
   *
   * @param difference -1 to 1
   * @return in percent of its length from its left end
   */
  public double position(double difference) {
    return 50 + 50 * 100 * difference / reach;
  }

  /** The points that are marked, from left to right. */
  public List<Integer> marks() {
    return List.of(-reach, -reach / 2, 0, reach / 2, reach);
  }
}
