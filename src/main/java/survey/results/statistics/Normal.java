package survey.results.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normal {
  /** What intervals leave out, both sides together: they are 95 % intervals. */
  static final double ALPHA = 0.05;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /**
   * The deviate that both tails together lie beyond with probability alpha: 1.96 for .05.
   *
   * @throws IllegalArgumentException if alpha is not between 0 and 1
   */
  static double twoSided(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("Alpha must lie between 0 and 1: " + alpha);
    }
    return upper(alpha / 2);
  }

  /** The deviate that is exceeded with this probability. */
  static double upper(double probability) {
    return STANDARD.inverseSurvivalProbability(probability);
  }
}
