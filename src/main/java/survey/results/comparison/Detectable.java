package survey.results.comparison;

import java.util.Optional;
import survey.questionnaire.Choice;
import survey.results.Share;
import survey.results.Tally;
import survey.results.statistics.DetectableDifference;
import survey.results.statistics.Proportion;

/**
 * How large a difference must be to be seen, for one choice as an example; differences in whole
 * points, upward from its original share.
 *
 * @param choice the example
 * @param share its share in ORIGINAL
 * @param n LIVE's respondents
 * @param points where it is compared alone
 * @param pointsOfFour where it is one of four comparisons
 * @param least as points, however many answer
 * @param leastOfFour as pointsOfFour, however many answer
 */
public record Detectable(
    Choice choice,
    Share share,
    long n,
    long points,
    long pointsOfFour,
    long least,
    long leastOfFour) {
  private static final Choice EXAMPLE = Choice.STOP_BUSINESS;
  private static final double ALONE = 0.05;
  private static final double ONE_OF_FOUR = ALONE / Choice.values().length;

  /**
   * What can be seen with so many respondents in LIVE.
   *
   * @param n at least 1
   * @return nothing where even a share of 100 % would be missed, or where a tampered tally has none
   */
  static Optional<Detectable> of(Tally original, long n) {
    Share share = original.mention(EXAMPLE);
    if (share.base() == 0 || share.count() > share.base()) {
      return Optional.empty();
    }
    Proportion proportion = new Proportion(share.count(), share.base());
    return DetectableDifference.of(proportion, n, ONE_OF_FOUR)
        .map(
            ofFour ->
                new Detectable(
                    EXAMPLE,
                    share,
                    n,
                    points(DetectableDifference.of(proportion, n, ALONE)),
                    points(Optional.of(ofFour)),
                    points(DetectableDifference.least(proportion, ALONE)),
                    points(DetectableDifference.least(proportion, ONE_OF_FOUR))));
  }

  /** Whoever sees it at the strictest level sees it at every other. */
  private static long points(Optional<DetectableDifference> difference) {
    return Math.round(100 * difference.orElseThrow().difference());
  }
}
