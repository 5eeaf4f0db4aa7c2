package survey.admin.export;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import survey.questionnaire.Choice;

/** A selection's parts as conditions on {@code response}, {@code tally} and {@code daily_tally}. */
final class Conditions {
  private Conditions() {}

  /** Which statuses; nothing has none. */
  static String status(Selection selection) {
    String codes =
        selection.statuses().stream().map(status -> "'" + status + "'").collect(joining(", "));
    return codes.isEmpty() ? "false" : "status in (" + codes + ")";
  }

  /** Which choice; every choice has a column of that name in each of the tables. */
  static String choice(Selection selection) {
    return selection.choice() == null ? "true" : column(selection.choice()) + " = 1";
  }

  static String column(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
