package survey.results.statistics;

import java.util.Optional;

/**
 * The smallest difference that a comparison of the waves could be expected to see.
 *
 * @param difference upward from the original share, above 0 to 1
 * @param alpha the two-sided level of the test, 0 to 1
 */
public record DetectableDifference(double difference, double alpha) {
  /** How often the test is to see the difference where it is there. */
  public static final double POWER = 0.8;

  private static final double Z_POWER = Normal.upper(1 - POWER);

  /**
   * The difference that a two-sided test of two independent shares sees in 80 % of samples: the
   * sample size formula for unequal samples of J. L. Fleiss, B. Levin and M. C. Paik, Statistical
   * Methods for Rates and Proportions (3rd ed. 2003), 4.4, without continuity correction, solved
   * for the second share. With equal samples it is R's power.prop.test. Fisher's test asks for
   * somewhat more, and so does a wave that is no random sample.
   *
   * @param original the share to start from
   * @param liveN LIVE's respondents, 1 to 1,000,000,000
   * @return nothing where even a share of 100 % would be seen less often
   * @throws IllegalArgumentException if a base is nobody or alpha not between 0 and 1
   */
  public static Optional<DetectableDifference> of(Proportion original, long liveN, double alpha) {
    return solve(original, 1.0 / new Proportion(0, liveN).somebody().n(), alpha);
  }

  /**
   * What remains however many answer, since ORIGINAL stays as small as it is.
   *
   * @return nothing where even a share of 100 % would be seen less often
   * @throws IllegalArgumentException if the base is nobody or alpha not between 0 and 1
   */
  public static Optional<DetectableDifference> least(Proportion original, double alpha) {
    return solve(original, 0, alpha);
  }

  /**
   * The margin is convex in the second share and not above 0 where that equals the first, so that
   * it passes 0 once on the way up or never; halving finds the place.
   */
  private static Optional<DetectableDifference> solve(
      Proportion original, double inverseN, double alpha) {
    double z = Normal.twoSided(alpha);
    double p = original.share();
    double inverseOriginalN = 1.0 / original.n();
    if (p == 1 || margin(p, 1, inverseOriginalN, inverseN, z) < 0) {
      return Optional.empty();
    }
    double unseen = p;
    double seen = 1;
    double middle = (unseen + seen) / 2;
    while (middle > unseen && middle < seen) {
      if (margin(p, middle, inverseOriginalN, inverseN, z) < 0) {
        unseen = middle;
      } else {
        seen = middle;
      }
      middle = (unseen + seen) / 2;
    }
    return Optional.of(new DetectableDifference(seen - p, alpha));
  }

  /**
   * By how much the difference of p and q exceeds what is needed: the deviates of the level and of
   * the power, each with the standard error where there is no difference and where there is.
   */
  private static double margin(
      double p, double q, double inverseOriginalN, double inverseN, double z) {
    double inverse = inverseOriginalN + inverseN;
    double pooled = (p * inverseN + q * inverseOriginalN) / inverse;
    return q
        - p
        - z * Math.sqrt(pooled * (1 - pooled) * inverse)
        - Z_POWER * Math.sqrt(p * (1 - p) * inverseOriginalN + q * (1 - q) * inverseN);
  }
}
