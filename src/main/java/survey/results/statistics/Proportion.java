package survey.results.statistics;

/**
 * So many of so many respondents.
 *
 * @param count respondents with the property, 0 to n
 * @param n the base: all respondents, 0 to 1,000,000,000
 */
public record Proportion(long count, long n) {
  /** Up to here all products of two counts are exact in a long. */
  static final long MOST = 1_000_000_000;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if a count is negative, above its base or above the most
   */
  public Proportion {
    if (count < 0 || count > n || n > MOST) {
      throw new IllegalArgumentException(
          "%d of %d respondents: the count must be 0 to n, and n 0 to %d"
              .formatted(count, n, MOST));
    }
  }

  /**
   * The share of the base, 0 to 1.
   *
   * @throws IllegalArgumentException if the base is nobody
   */
  public double share() {
    return (double) count / somebody().n;
  }

  /** This, where there is a base at all. */
  Proportion somebody() {
    if (n == 0) {
      throw new IllegalArgumentException("Nobody has no share");
    }
    return this;
  }

  /** Those without the property, of the same base. */
  Proportion others() {
    return new Proportion(n - count, n);
  }
}
