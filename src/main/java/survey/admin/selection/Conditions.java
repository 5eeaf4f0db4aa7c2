package survey.admin.selection;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;
import survey.questionnaire.Choice;

/** A selection's parts as conditions on {@code response}, {@code tally} and {@code daily_tally}. */
public final class Conditions {
  private Conditions() {}

  /** Which statuses; nothing has none. */
  public static String status(Selection selection) {
    String codes =
        selection.statuses().stream().map(status -> "'" + status + "'").collect(joining(", "));
    return codes.isEmpty() ? "false" : "status in (" + codes + ")";
  }

  /** Which choice; every choice has a column of that name in each of the tables. */
  public static String choice(Selection selection) {
    return selection.choice() == null ? "true" : column(selection.choice()) + " = 1";
  }

  /** Which wave and which demographics, of {@code response} and {@code tally}. */
  public static String closedAnswers(Selection selection) {
    return Stream.of(
            equal("wave", selection.wave()),
            choice(selection),
            equal("age_group", selection.age()),
            equal("gender", selection.gender()),
            equal("occupation", selection.occupation()))
        .collect(joining(" and "));
  }

  private static String equal(String column, Enum<?> code) {
    return code == null ? "true" : "%s = '%s'".formatted(column, code.name());
  }

  /** A choice's column. */
  public static String column(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
