package survey.results.statistics;

import java.util.Arrays;

/**
 * The exact conditional test of one column of a table with two: given all margins, the column is
 * multivariate hypergeometric where both come from the same population. Every column that the
 * margins allow is visited; those at least as far from proportion as the observed one, by Pearson's
 * statistic, make the p-value. G. H. Freeman and J. H. Halton, Biometrika 38 (1951) 141–149, with
 * the statistic's ordering: A. Agresti, Statist. Sci. 7 (1992) 131–153, section 2.
 */
final class AllTables {
  /** How far rounding may set apart statistics that are equal. */
  private static final double TIE = 1e-12;

  private final int[] most;
  private final double[][] weights;
  private final double[][] distances;
  private double limit;
  private double total;
  private double extreme;
  private int tables;

  /**
   * Tests one column.
   *
   * @param observed its counts by row, at most some hundreds together
   * @param rows both columns' counts by row, none of them 0
   */
  AllTables(long[] observed, long[] rows) {
    long column = Arrays.stream(observed).sum();
    long n = Arrays.stream(rows).sum();
    most = new int[rows.length];
    weights = new double[rows.length][];
    distances = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      most[row] = (int) Math.min(rows[row], column);
      weights[row] = weights(rows[row], column, n, most[row]);
      distances[row] = distances(rows[row], column, n, most[row]);
      limit += distances[row][(int) observed[row]];
    }
    limit *= 1 - TIE;
    visit(0, (int) column, 1, 0);
  }

  /**
   * The probability of each count in a row, up to a factor: a table's is the product of its rows',
   * up to a factor again. As binomial probabilities with the column's share, the likeliest being 1,
   * they neither overflow nor vanish where it matters.
   */
  private static double[] weights(long row, long column, long n, int most) {
    double odds = (double) column / (n - column);
    double[] weights = new double[most + 1];
    int mode = (int) Math.min(most, (row + 1) * column / n);
    weights[mode] = 1;
    for (int count = mode; count < most; count++) {
      weights[count + 1] = weights[count] * odds * (row - count) / (count + 1);
    }
    for (int count = mode; count > 0; count--) {
      weights[count - 1] = weights[count] / odds * count / (row - count + 1);
    }
    return weights;
  }

  /** What each count in a row adds to Pearson's statistic, up to the margins' factor. */
  private static double[] distances(long row, long column, long n, int most) {
    double[] distances = new double[most + 1];
    for (int count = 0; count <= most; count++) {
      double distance = n * count - column * row;
      distances[count] = distance * distance / row;
    }
    return distances;
  }

  private void visit(int row, int left, double weight, double distance) {
    if (row == most.length - 1) {
      if (left <= most[row]) {
        add(weight * weights[row][left], distance + distances[row][left]);
      }
      return;
    }
    for (int count = 0; count <= Math.min(left, most[row]); count++) {
      visit(row + 1, left - count, weight * weights[row][count], distance + distances[row][count]);
    }
  }

  private void add(double weight, double distance) {
    tables++;
    total += weight;
    extreme += distance >= limit ? weight : 0;
  }

  /** 0 to 1, right to nine digits where it is above 1e-300. */
  double p() {
    return extreme / total;
  }

  /** How many tables the margins allow. */
  int tables() {
    return tables;
  }
}
