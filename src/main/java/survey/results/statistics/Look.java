package survey.results.statistics;

import java.util.Optional;

/**
 * A moment at which LIVE is compared with ORIGINAL: at 100 respondents and at every doubling.
 * Comparing at every new response would raise a false alarm sooner or later; the levels of all
 * looks, however many, add up to .05: .05/(k (k + 1)) is .05/k less .05/(k + 1). Spending alpha
 * over looks: K. K. G. Lan and D. L. DeMets, Biometrika 70 (1983) 659–663; that levels may be added
 * is Bonferroni's inequality.
 *
 * @param number 1 for the first
 * @param n LIVE's respondents that are compared: 100, 200, 400, …
 * @param alpha the level of each family of tests at this look, both sides: .025, .00833, .00417, …
 */
public record Look(int number, long n, double alpha) {
  /** LIVE's respondents at the first look. */
  public static final long FIRST = 100;

  /**
   * The last look that LIVE has reached.
   *
   * @param liveN LIVE's respondents now
   * @return nothing below 100
   * @throws IllegalArgumentException if there are fewer than none
   */
  public static Optional<Look> last(long liveN) {
    if (liveN < 0) {
      throw new IllegalArgumentException("LIVE cannot have " + liveN + " respondents");
    }
    // The digits of a binary number count its doublings.
    int number = Long.SIZE - Long.numberOfLeadingZeros(liveN / FIRST);
    return number == 0
        ? Optional.empty()
        : Optional.of(
            new Look(number, FIRST << (number - 1), Normal.ALPHA / (number * (number + 1.0))));
  }

  /** LIVE's respondents at the look after this one. */
  public long nextN() {
    return 2 * n;
  }
}
