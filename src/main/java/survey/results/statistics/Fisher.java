package survey.results.statistics;

/**
 * Fisher's exact test of two independent shares: given how many have the property in all, the count
 * in the first sample is hypergeometric where both come from the same population.
 */
public final class Fisher {
  /**
   * How far rounding may set apart the probabilities of tables that are equally likely; those count
   * as extreme too. (R's fisher.test allows 1e-7, which at a billion already takes in neighbours.)
   */
  private static final double TIE = 1e-9;

  /**
   * Where a weight is as good as 0. It never gets there: the smallest number times .9 is itself.
   */
  private static final double VANISHING = Double.MIN_NORMAL;

  private final long all;
  private final long first;
  private final long second;

  private Fisher(Proportion first, Proportion second) {
    this.all = first.count() + second.count();
    this.first = first.n();
    this.second = second.n();
  }

  /**
   * The two-sided p-value: the probability of all tables with these margins that are no likelier
   * than this one. R. A. Fisher, The Design of Experiments (1935), II; two-sided as in A. Agresti,
   * Categorical Data Analysis (3rd ed. 2013), 3.5. Symmetric in the samples and in the property.
   *
   * @return 0 to 1, right to nine digits where it is above 1e-300
   * @throws IllegalArgumentException if one of the bases is nobody
   */
  public static double twoSided(Proportion first, Proportion second) {
    return new Fisher(first.somebody(), second.somebody()).p(first.count());
  }

  /**
   * Walks away from the likeliest count, whose weight is 1, until weights vanish: at most 100 steps
   * from a base of 100, and some million where both are a billion.
   */
  private double p(long observed) {
    long mode = (long) ((double) (first + 1) * (all + 1) / (first + second + 2));
    mode = Math.max(least(), Math.min(most(), mode));
    double limit = weight(mode, observed) * (1 + TIE);
    double total = 1;
    double extreme = limit >= 1 ? 1 : 0;
    double weight = 1;
    for (long count = mode; count < most() && weight > VANISHING; count++) {
      weight *= ratio(count);
      total += weight;
      extreme += weight <= limit ? weight : 0;
    }
    weight = 1;
    for (long count = mode; count > least() && weight > VANISHING; count--) {
      weight /= ratio(count - 1);
      total += weight;
      extreme += weight <= limit ? weight : 0;
    }
    return extreme / total;
  }

  private long least() {
    return Math.max(0, all - second);
  }

  private long most() {
    return Math.min(all, first);
  }

  private double weight(long mode, long observed) {
    double weight = 1;
    for (long count = mode; count < observed && weight > VANISHING; count++) {
      weight *= ratio(count);
    }
    for (long count = mode; count > observed && weight > VANISHING; count--) {
      weight /= ratio(count - 1);
    }
    return weight;
  }

  /** How many times as likely the next count is. */
  private double ratio(long count) {
    return (double) (all - count)
        * (first - count)
        / ((double) (count + 1) * (second - all + count + 1));
  }
}
