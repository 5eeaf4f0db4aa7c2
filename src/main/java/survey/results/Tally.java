package survey.results;

import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;

/**
 * The counts of one wave.
 *
 * @param n the base: how many responses count
 * @param excluded how many responses an admin took out; not in any other figure here
 * @param mentions how many respondents chose each choice, among others; adds up to more than the
 *     base
 * @param mentionsBase the base of the mentions: n, or the publisher's where the mentions are
 * @param primary how many respondents each choice is nearest to; adds up to n
 */
public record Tally(
    long n,
    long excluded,
    Map<Choice, Long> mentions,
    long mentionsBase,
    Map<Choice, Long> primary) {

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

  /** How many chose a choice, among others. */
  public Share mention(Choice choice) {
    return new Share(mentions.get(choice), mentionsBase);
  }

  /** How many a choice is nearest to. */
  public Share nearest(Choice choice) {
    return new Share(primary.get(choice), n);
  }
}
