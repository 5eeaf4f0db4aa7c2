package survey.results.statistics;

import java.util.Optional;

/**
 * A 95 % confidence interval, as fractions.
 *
 * @param lower at least 0 for a share, at least -1 for a difference of shares
 * @param upper at most 1
 */
public record Interval(double lower, double upper) {
  private static final double Z = Normal.twoSided(Normal.ALPHA);

  /**
   * Wilson's score interval of a share, without continuity correction: E. B. Wilson, J. Am. Stat.
   * Assoc. 22 (1927) 209–212; method 3 of R. G. Newcombe, Statist. Med. 17 (1998) 857–872. Its
   * limits are the shares that the observed one is just 1.96 of their standard errors away from.
   *
   * @return nothing where the base is nobody
   */
  public static Optional<Interval> wilson(Proportion proportion) {
    return proportion.n() == 0 ? Optional.empty() : Optional.of(score(proportion));
  }

  static Interval score(Proportion proportion) {
    return new Interval(lowerScore(proportion), 1 - lowerScore(proportion.others()));
  }

  /**
   * Newcombe writes (a - b) / (2 (n + z²)), with a = 2 count + z² and b the root below. That loses
   * the digits of a small share of a large base; multiplied by a + b it loses none, and gives
   * exactly 0 for none and, for the others, exactly 1 for all.
   */
  private static double lowerScore(Proportion proportion) {
    double count = proportion.count();
    double others = proportion.others().count();
    double n = proportion.n();
    double a = 2 * count + Z * Z;
    double b = Z * Math.sqrt(Z * Z + 4 * count * others / n);
    return 2 * count * count / (n * (a + b));
  }
}
