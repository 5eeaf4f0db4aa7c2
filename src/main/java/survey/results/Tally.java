package survey.results;

import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;

/**
 * The counts of one wave.
 *
 * @param n the base: how many respondents count
 * @param excluded how many responses an admin took out; not in any other figure here
 * @param mentions how many respondents chose each choice, among others; adds up to more than n
 * @param primary how many respondents each choice is nearest to; adds up to n
 */
public record Tally(long n, long excluded, Map<Choice, Long> mentions, Map<Choice, Long> primary) {

  /** Both measures hold every choice, in the question's order. */
  public Tally {
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

  /** A count's share of the base in percent, 0 to 100; 0 where nobody has answered. */
  public double percent(long count) {
    return n == 0 ? 0 : 100.0 * count / n;
  }
}
