package survey.results.crosstab;

import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.results.Share;

/**
 * A row of a cross-tabulation: the respondents of one code, or of several that are too few to be
 * shown each.
 *
 * @param codes one code, or those merged, in the form's order
 * @param n the base: how many respondents; null where it is hidden
 * @param primary how many respondents each choice is nearest to, adding up to n; null where hidden
 */
public record Group(List<String> codes, Long n, Map<Choice, Long> primary) {
  private static final long SMALL_BELOW = 30;

  static Group of(List<String> codes, Cells cells) {
    return new Group(codes, cells.n(), cells.primary());
  }

  static Group hidden(String code) {
    return new Group(List.of(code), null, null);
  }

  /** Whether disclosure control hides its figures. */
  public boolean isHidden() {
    return n == null;
  }

  /** Whether its percentages are for orientation only: a base below 30. */
  public boolean isSmall() {
    return !isHidden() && n < SMALL_BELOW;
  }

  /** How many of a group that is shown a choice is nearest to. */
  public Share nearest(Choice choice) {
    return new Share(primary.get(choice), n);
  }

  /** Where a choice's part of the stacked bar begins: 0 to 100 percent. */
  public double begin(Choice choice) {
    long before =
        primary.entrySet().stream()
            .filter(cell -> cell.getKey().compareTo(choice) < 0)
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Share(before, n).percent();
  }
}
