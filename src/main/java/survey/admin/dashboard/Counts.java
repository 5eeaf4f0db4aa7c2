package survey.admin.dashboard;

import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.results.Share;

/**
 * How many responses there are, and what those say that count. Both measures hold every choice, in
 * the question's order.
 *
 * @param mentions how many chose each choice, among others
 * @param primary how many each choice is nearest to; adds up to the base
 */
public record Counts(StatusTally statuses, Map<Choice, Long> mentions, Map<Choice, Long> primary) {
  static final Counts NONE = new Counts(StatusTally.NONE, Map.of(), Map.of());

  public Counts {
    mentions = complete(mentions);
    primary = complete(primary);
  }

  private static Map<Choice, Long> complete(Map<Choice, Long> counts) {
    Map<Choice, Long> complete = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      complete.put(choice, counts.getOrDefault(choice, 0L));
    }
    return complete;
  }

  /** How many of those who count chose a choice, among others. */
  public Share mention(Choice choice) {
    return new Share(mentions.get(choice), statuses.base());
  }

  /** How many of those who count a choice is nearest to. */
  public Share nearest(Choice choice) {
    return new Share(primary.get(choice), statuses.base());
  }

  Counts plus(Counts other) {
    return new Counts(
        statuses.plus(other.statuses),
        sum(mentions, other.mentions, 1),
        sum(primary, other.primary, 1));
  }

  /** The rest without a part of it; never under 0. */
  Counts minus(Counts part) {
    return new Counts(
        statuses.minus(part.statuses),
        sum(mentions, part.mentions, -1),
        sum(primary, part.primary, -1));
  }

  private static Map<Choice, Long> sum(Map<Choice, Long> some, Map<Choice, Long> others, int sign) {
    Map<Choice, Long> sums = new EnumMap<>(some);
    others.forEach(
        (choice, count) -> sums.merge(choice, count, (a, b) -> Math.max(0, a + sign * b)));
    return sums;
  }
}
