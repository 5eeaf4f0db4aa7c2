package survey.results.statistics;

/**
 * The difference of two independent shares.
 *
 * @param estimate the first share less the second, -1 to 1
 * @param interval its 95 % interval, not adjusted for other comparisons
 */
public record Difference(double estimate, Interval interval) {

  /**
   * The first share less the second, with Newcombe's hybrid score interval, without continuity
   * correction: method 10 of R. G. Newcombe, Statist. Med. 17 (1998) 873–890. Each limit squares
   * and adds the distances of the two shares to those of their Wilson limits that lie that way.
   *
   * @throws IllegalArgumentException if one of the bases is nobody
   */
  public static Difference of(Proportion first, Proportion second) {
    double p = first.share();
    double q = second.share();
    Interval ofFirst = Interval.score(first);
    Interval ofSecond = Interval.score(second);
    double below = Math.hypot(p - ofFirst.lower(), ofSecond.upper() - q);
    double above = Math.hypot(ofFirst.upper() - p, q - ofSecond.lower());
    return new Difference(p - q, new Interval(p - q - below, p - q + above));
  }
}
