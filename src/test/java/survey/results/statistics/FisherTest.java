package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherTest {
  private static double p(long count, long n, long otherCount, long otherN) {
    return Fisher.twoSided(new Proportion(count, n), new Proportion(otherCount, otherN));
  }

  /** Fisher, The Design of Experiments (1935), II: three of four cups right; 34/70, and 2/70. */
  @Test
  void doubtsTheLadyTastingTea() {
    assertThat(p(3, 4, 1, 4)).isCloseTo(34.0 / 70, withinPercentage(1e-10));
    assertThat(p(4, 4, 0, 4)).isCloseTo(2.0 / 70, withinPercentage(1e-10));
  }

  /**
   * Fisher's twins, in R's help on fisher.test: p-value = 0.0005367; digits from exact fractions.
   */
  @Test
  void convictsTheTwins() {
    assertThat(p(2, 17, 10, 13)).isCloseTo(0.0005367241191434358, withinPercentage(1e-10));
  }

  /**
   * Two tables of exactly the same probability, which rounding sets apart; exact fractions in
   * Python. Commons Statistics 1.2 gives .0148, .0215 and .6569.
   */
  @ParameterizedTest
  @CsvSource({
    "60,  90, 200, 0.01973615607264863",
    "60, 140, 300, 0.02794689407349308",
    "52, 198, 400, 0.7374399990499297"
  })
  void missesNoTableThatIsAsLikely(long original, long live, long liveN, double p) {
    assertThat(p(original, 100, live, liveN)).isCloseTo(p, withinPercentage(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"7, 12", "12, 7", "10, 10", "1, 20", "25, 33", "100, 100"})
  void isTheSumOverAllTablesThatAreNoLikelier(int n, int otherN) {
    for (int count = 0; count <= n; count += 1 + n / 20) {
      for (int otherCount = 0; otherCount <= otherN; otherCount += 1 + otherN / 20) {
        BruteForce brute =
            BruteForce.likelihood(
                new long[] {count, n - count}, new long[] {otherCount, otherN - otherCount});
        assertThat(brute.isComplete()).isTrue();
        assertThat(p(count, n, otherCount, otherN)).isCloseTo(brute.p(), withinPercentage(1e-9));
      }
    }
  }

  @Test
  void isTheSameFromEitherSideAndForTheOthers() {
    double p = p(46, 100, 311, 800);

    assertThat(p(311, 800, 46, 100)).isCloseTo(p, withinPercentage(1e-9));
    assertThat(p(54, 100, 489, 800)).isCloseTo(p, withinPercentage(1e-9));
  }

  @Test
  void fallsAsTheSharesPart() {
    double before = 1;
    for (int count = 50; count <= 100; count++) {
      double p = p(50, 100, count, 100);
      assertThat(p).isBetween(0.0, before);
      before = p;
    }
  }

  @Test
  void isOneWhereNothingDiffers() {
    assertThat(p(0, 100, 0, 1_000_000_000)).isOne();
    assertThat(p(100, 100, 1_000_000_000, 1_000_000_000)).isOne();
    assertThat(p(50, 100, 500_000_000, 1_000_000_000)).isOne();
  }

  /** Exact fractions in Python. */
  @Test
  void isRightAgainstABillion() {
    assertThat(p(46, 100, 600_000_000, 1_000_000_000))
        .isCloseTo(0.005593597296540397, withinPercentage(1e-9));
  }

  /** The hypergeometric tail in 40 digits with Python's mpmath, doubled: the bases are equal. */
  @Test
  void isRightAndQuickAtTwoBillion() {
    Instant start = Instant.now();
    double p = p(500_000_000, 1_000_000_000, 500_050_000, 1_000_000_000);

    assertThat(p).isCloseTo(0.0253502476129484, withinPercentage(1e-7));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void vanishesAtMost() {
    assertThat(p(100, 100, 0, 1_000_000_000)).isBetween(0.0, 1e-300);
  }

  @Test
  void rejectsNobody() {
    assertThatIllegalArgumentException().isThrownBy(() -> p(46, 100, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> p(0, 0, 46, 100));
  }
}
