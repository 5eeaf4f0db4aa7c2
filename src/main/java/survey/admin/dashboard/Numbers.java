package survey.admin.dashboard;

import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;

/** Takes numbers out of a row that the database gave. */
final class Numbers {
  private Numbers() {}

  static long number(Object column) {
    return ((Number) column).longValue();
  }

  /** One column after another for each choice, in the question's order. */
  static Map<Choice, Long> byChoice(Object[] columns, int first) {
    Map<Choice, Long> counts = new EnumMap<>(Choice.class);
    int column = first;
    for (Choice choice : Choice.values()) {
      counts.put(choice, number(columns[column++]));
    }
    return counts;
  }
}
