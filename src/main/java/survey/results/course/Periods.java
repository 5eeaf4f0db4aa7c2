package survey.results.course;

import java.util.ArrayList;
import java.util.List;

/** Joins days until each published period has respondents enough, and until a plot can hold all. */
final class Periods {
  /** The smallest base of a published period. */
  static final int FEWEST = 10;

  /** The most periods that a plot shows. */
  static final int MOST = 60;

  private static final int WEEK = 7;

  private Periods() {}

  /**
   * Periods of {@link #FEWEST} respondents or more, which together are all these days; none if
   * there are fewer respondents. They are cut from the first day onwards, so that further days
   * change none of them but the last: what follows the last cut is joined to it.
   */
  static List<Period> published(List<Period> days) {
    List<Period> periods = new ArrayList<>();
    Period open = null;
    for (Period day : days) {
      open = open == null ? day : open.until(day);
      if (open.count().n() >= FEWEST) {
        periods.add(open);
        open = null;
      }
    }
    if (open != null && !periods.isEmpty()) {
      periods.add(periods.remove(periods.size() - 1).until(open));
    }
    return periods;
  }

  /**
   * At most {@link #MOST} periods: joined by the same number from the first, by 7, 14, 28 and so
   * on, so that each has all days of the week alike. No period is cut.
   */
  static List<Period> drawn(List<Period> published) {
    int size = stepFor(published.size());
    List<Period> drawn = new ArrayList<>();
    for (int i = 0; i < published.size(); i += size) {
      int last = Math.min(i + size, published.size()) - 1;
      drawn.add(
          published.subList(i + 1, last + 1).stream().reduce(published.get(i), Period::until));
    }
    return drawn;
  }

  private static int stepFor(int periods) {
    int step = periods > MOST ? WEEK : 1;
    while (periods > MOST * step) {
      step *= 2;
    }
    return step;
  }
}
