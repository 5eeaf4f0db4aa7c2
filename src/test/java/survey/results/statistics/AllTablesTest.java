package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllTablesTest {
  private static AllTables test(long[] first, long[] second) {
    return new AllTables(
        first, IntStream.range(0, first.length).mapToLong(i -> first[i] + second[i]).toArray());
  }

  @Test
  void isTheSumOverAllTablesAtLeastAsFarFromProportion() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      long[] first = LongStream.generate(() -> 1 + random.nextInt(6)).limit(4).toArray();
      long[] second = LongStream.generate(() -> random.nextInt(25)).limit(4).toArray();
      second[0]++;
      BruteForce brute = BruteForce.pearson(first, second);
      AllTables exact = test(first, second);

      assertThat(brute.isComplete()).isTrue();
      assertThat(exact.tables()).isEqualTo(brute.tables());
      assertThat(exact.p()).isCloseTo(brute.p(), withinPercentage(1e-9));
    }
  }

  /** 38 of 38 in the smallest row is the farthest table of all, so that p is its probability. */
  @Test
  void normalisesSoThatAllProbabilitiesAddUpToOne() {
    long[] first = {0, 0, 0, 38};
    long[] second = {1_000_000_000, 500_000_000, 400_000_000, 0};
    double ways = BruteForce.choose(LongStream.of(second).sum() + 38, 38).doubleValue();

    assertThat(test(first, second).p()).isCloseTo(1 / ways, withinPercentage(1e-9));
  }

  /** With equal columns the order by distance is the order by probability. */
  @Test
  void isFishersForTwoRowsAndEqualColumns() {
    for (int count = 0; count <= 100; count += 3) {
      for (int other = 0; other <= 100; other += 7) {
        if (count + other > 0 && count + other < 200) {
          assertThat(test(new long[] {count, 100 - count}, new long[] {other, 100 - other}).p())
              .isCloseTo(
                  Fisher.twoSided(new Proportion(count, 100), new Proportion(other, 100)),
                  withinPercentage(1e-8));
        }
      }
    }
  }

  /** A column is as far from proportion as the other. */
  @Test
  void isTheSameFromEitherColumn() {
    long[] first = {39, 39, 16, 6};
    long[] second = {30, 20, 15, 5};

    assertThat(test(first, second).p()).isCloseTo(test(second, first).p(), withinPercentage(1e-8));
  }

  @Test
  void visitsEveryTableOfOneHundred() {
    long[] billion = {350_000_000, 450_000_000, 150_000_000, 50_000_000};

    assertThat(test(new long[] {39, 39, 16, 6}, billion).tables()).isEqualTo(176_851);
  }
}
