package survey.results.crosstab;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import survey.questionnaire.Choice;

/** How many respondents each choice is nearest to, among some of them. Holds every choice. */
record Cells(Map<Choice, Long> primary) {
  static final Cells NONE = new Cells(Map.of());

  Cells {
    Map<Choice, Long> complete = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      complete.put(choice, primary.getOrDefault(choice, 0L));
    }
    primary = Collections.unmodifiableMap(complete);
  }

  long n() {
    return primary.values().stream().mapToLong(Long::longValue).sum();
  }

  long of(Choice choice) {
    return primary.get(choice);
  }

  Cells plus(Cells other) {
    return combined(other, Long::sum);
  }

  Cells minus(Cells other) {
    return combined(other, (one, two) -> one - two);
  }

  private Cells combined(Cells other, LongBinaryOperator operator) {
    Map<Choice, Long> result = new EnumMap<>(Choice.class);
    primary.forEach(
        (choice, count) -> result.put(choice, operator.applyAsLong(count, other.of(choice))));
    return new Cells(result);
  }
}
