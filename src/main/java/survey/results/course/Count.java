package survey.results.course;

import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.results.Share;

/**
 * How many responded, and how many of them chose each choice.
 *
 * @param mentions of every choice, in the question's order
 */
public record Count(long n, Map<Choice, Long> mentions) {
  static final Count NONE = new Count(0, Map.of());

  public Count {
    Map<Choice, Long> complete = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      complete.put(choice, mentions.getOrDefault(choice, 0L));
    }
    mentions = complete;
  }

  Count plus(Count other) {
    Map<Choice, Long> sums = new EnumMap<>(mentions);
    other.mentions.forEach((choice, count) -> sums.merge(choice, count, Long::sum));
    return new Count(n + other.n, sums);
  }

  /** The rest without a part of it; never under 0, even where a tampered tally counts less. */
  Count minus(Count part) {
    Map<Choice, Long> rest = new EnumMap<>(mentions);
    rest.replaceAll((choice, count) -> Math.max(0, count - part.mentions.get(choice)));
    return new Count(Math.max(0, n - part.n), rest);
  }

  /** How many of them chose a choice, among others. */
  public Share mention(Choice choice) {
    return new Share(mentions.get(choice), n);
  }
}
