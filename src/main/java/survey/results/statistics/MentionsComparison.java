package survey.results.statistics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;

/**
 * The mentions of both waves, choice by choice: the headline family. There is no joint test: the
 * original's answers are known as totals only, and one that needs each person's does not exist.
 *
 * @param choices each choice, in the question's order
 * @param p the global p-value, 0 to 1: the smallest adjusted one. At most alpha where anything
 *     differs by Holm's reckoning
 */
public record MentionsComparison(Map<Choice, MentionComparison> choices, double p) {

  /**
   * Compares the waves.
   *
   * @param original how many of the base mentioned each choice
   * @param live the same
   * @throws IllegalArgumentException if a choice is missing, a wave has several bases or none
   */
  public static MentionsComparison of(
      Map<Choice, Proportion> original, Map<Choice, Proportion> live) {
    check(original);
    check(live);
    Map<Choice, Double> ps = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      ps.put(choice, Fisher.twoSided(original.get(choice), live.get(choice)));
    }
    Map<Choice, Double> adjusted = Holm.adjust(ps);
    Map<Choice, MentionComparison> choices = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      Proportion before = original.get(choice);
      Proportion now = live.get(choice);
      choices.put(
          choice,
          new MentionComparison(
              before, now, Difference.of(now, before), ps.get(choice), adjusted.get(choice)));
    }
    return new MentionsComparison(choices, Collections.min(adjusted.values()));
  }

  private static void check(Map<Choice, Proportion> wave) {
    if (wave.size() < Choice.values().length) {
      throw new IllegalArgumentException("Every choice needs its count: " + wave);
    }
    if (wave.values().stream().mapToLong(Proportion::n).distinct().count() > 1) {
      throw new IllegalArgumentException("The choices of a wave share one base: " + wave);
    }
  }
}
