package survey.results.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import survey.questionnaire.Choice;
import survey.results.Share;
import survey.results.Tally;
import survey.results.statistics.MentionComparison;
import survey.results.statistics.MentionsComparison;
import survey.results.statistics.PrimaryComparison;
import survey.results.statistics.PrimaryTable;
import survey.results.statistics.Proportion;

/**
 * All that is published of one look; immutable, and made once per look as the exact test takes
 * milliseconds.
 *
 * @param taken the look, with LIVE's counts
 * @param original ORIGINAL's counts
 * @param mentions the headline family
 * @param primary the primary choice, secondary
 * @param withoutTwin the same with one of the two identical entries taken away
 */
public record Comparison(
    TakenLook taken,
    Tally original,
    MentionsComparison mentions,
    PrimaryComparison primary,
    PrimaryComparison withoutTwin) {

  /**
   * Compares the waves.
   *
   * @throws IllegalArgumentException if a wave's counts contradict each other, as a tampered
   *     tally's may
   */
  static Comparison of(Tally original, TakenLook taken) {
    Tally live = taken.live();
    PrimaryTable table = new PrimaryTable(original.primary(), live.primary());
    return new Comparison(
        taken,
        original,
        MentionsComparison.of(proportions(original::mention), proportions(live::mention)),
        PrimaryComparison.of(table),
        PrimaryComparison.of(table.withoutTwin()));
  }

  private static Map<Choice, Proportion> proportions(Function<Choice, Share> shares) {
    Map<Choice, Proportion> proportions = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      Share share = shares.apply(choice);
      proportions.put(choice, new Proportion(share.count(), share.base()));
    }
    return proportions;
  }

  /**
   * Whether a choice's difference is larger than chance alone would explain, by this look's level.
   */
  public boolean isBeyondChance(Choice choice) {
    MentionComparison mention = mentions.choices().get(choice);
    return mention.adjustedP() <= taken.look().alpha();
  }

  /** What all differences are drawn on. */
  public Scale scale() {
    return Scale.of(mentions);
  }
}
