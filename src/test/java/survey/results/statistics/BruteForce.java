package survey.results.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Conditional tests once more, in whole numbers and without regard to time. */
final class BruteForce {
  private final long[] rows;
  private final int column;
  private final BiPredicate<long[], long[]> isAsExtreme;
  private final long[] observed;
  private BigInteger total = BigInteger.ZERO;
  private BigInteger extreme = BigInteger.ZERO;
  private int tables;

  private BruteForce(long[] first, long[] second, BiPredicate<long[], long[]> isAsExtreme) {
    observed = first;
    rows = IntStream.range(0, first.length).mapToLong(i -> first[i] + second[i]).toArray();
    column = (int) LongStream.of(first).sum();
    this.isAsExtreme = isAsExtreme;
    visit(0, column, new long[rows.length]);
  }

  /** Extreme is what Pearson's statistic puts at least as far from proportion. */
  static BruteForce pearson(long[] first, long[] second) {
    long n = LongStream.of(first).sum() + LongStream.of(second).sum();
    long c = LongStream.of(first).sum();
    BigInteger common = BigInteger.ONE;
    for (int i = 0; i < first.length; i++) {
      common = common.multiply(BigInteger.valueOf(Math.max(1, first[i] + second[i])));
    }
    BigInteger denominator = common;
    return new BruteForce(
        first,
        second,
        (table, observed) -> {
          BigInteger difference = BigInteger.ZERO;
          for (int i = 0; i < table.length; i++) {
            BigInteger row = BigInteger.valueOf(first[i] + second[i]);
            if (row.signum() > 0) {
              BigInteger expected = row.multiply(BigInteger.valueOf(c));
              BigInteger factor = denominator.divide(row);
              BigInteger there = BigInteger.valueOf(n * table[i]).subtract(expected).pow(2);
              BigInteger here = BigInteger.valueOf(n * observed[i]).subtract(expected).pow(2);
              difference = difference.add(there.subtract(here).multiply(factor));
            }
          }
          return difference.signum() >= 0;
        });
  }

  /** Extreme is what is no likelier. */
  static BruteForce likelihood(long[] first, long[] second) {
    long[] rows = IntStream.range(0, first.length).mapToLong(i -> first[i] + second[i]).toArray();
    return new BruteForce(
        first,
        second,
        (table, observed) -> weight(rows, table).compareTo(weight(rows, observed)) <= 0);
  }

  private void visit(int row, long left, long[] table) {
    if (row == rows.length - 1) {
      table[row] = left;
      if (left <= rows[row]) {
        BigInteger weight = weight(rows, table);
        tables++;
        total = total.add(weight);
        if (isAsExtreme.test(table, observed)) {
          extreme = extreme.add(weight);
        }
      }
      return;
    }
    for (long count = 0; count <= Math.min(left, rows[row]); count++) {
      table[row] = count;
      visit(row + 1, left - count, table);
    }
  }

  private static BigInteger weight(long[] rows, long[] table) {
    BigInteger weight = BigInteger.ONE;
    for (int i = 0; i < rows.length; i++) {
      weight = weight.multiply(choose(rows[i], table[i]));
    }
    return weight;
  }

  static BigInteger choose(long n, long k) {
    BigInteger ways = BigInteger.ONE;
    for (long i = 0; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }

  /** Whether the probabilities of all tables add up to 1 (Vandermonde). */
  boolean isComplete() {
    return total.equals(choose(LongStream.of(rows).sum(), column));
  }

  int tables() {
    return tables;
  }

  double p() {
    return new BigDecimal(extreme)
        .divide(new BigDecimal(total), MathContext.DECIMAL64)
        .doubleValue();
  }
}
