package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
  private static Difference difference(long count, long n, long otherCount, long otherN) {
    return Difference.of(new Proportion(count, n), new Proportion(otherCount, otherN));
  }

  /** Newcombe, Statist. Med. 17 (1998) 873–890, table II, method 10, contrasts (a) to (h). */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80,  0.0524, 0.3339",
    " 9, 10,  3, 10,  0.1705, 0.8090",
    " 6,  7,  2,  7,  0.0582, 0.8062",
    " 5, 56,  0, 29, -0.0381, 0.1926",
    " 0, 10,  0, 20, -0.1611, 0.2775",
    " 0, 10,  0, 10, -0.2775, 0.2775",
    "10, 10,  0, 20,  0.6791, 1.0000",
    "10, 10,  0, 10,  0.6075, 1.0000"
  })
  void isAsInNewcombesTable(
      long count, long n, long otherCount, long otherN, double lower, double upper) {
    Interval interval = difference(count, n, otherCount, otherN).interval();

    assertThat(interval.lower()).isCloseTo(lower, within(0.0000501));
    assertThat(interval.upper()).isCloseTo(upper, within(0.0000501));
  }

  @Test
  void isTheFirstLessTheSecond() {
    assertThat(difference(56, 70, 48, 80).estimate()).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void turnsRoundWithTheSamples() {
    Difference there = difference(46, 100, 311, 800);
    Difference back = difference(311, 800, 46, 100);

    assertThat(there.estimate()).isEqualTo(-back.estimate());
    assertThat(there.interval().lower()).isCloseTo(-back.interval().upper(), within(1e-15));
    assertThat(there.interval().upper()).isCloseTo(-back.interval().lower(), within(1e-15));
  }

  @Test
  void staysWithinOneEitherWayAndHoldsItsEstimate() {
    for (long n : new long[] {1, 3, 100, 1_000_000_000}) {
      for (long count : new long[] {0, 1, n / 2, n}) {
        for (long original : new long[] {0, 5, 46, 100}) {
          Difference difference = difference(count, n, original, 100);
          assertThat(difference.estimate())
              .isBetween(difference.interval().lower(), difference.interval().upper());
          assertThat(difference.interval().lower()).isGreaterThanOrEqualTo(-1);
          assertThat(difference.interval().upper()).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  /** A base that dwarfs the other leaves the other's own Wilson interval. */
  @Test
  void fromANearlyKnownShareIsTheOthersWilsonInterval() {
    Interval interval = difference(46, 100, 500_000_000, 1_000_000_000).interval();

    assertThat(interval.lower()).isCloseTo(0.365608083090241 - 0.5, within(1e-7));
    assertThat(interval.upper()).isCloseTo(0.557351396766318 - 0.5, within(1e-7));
  }

  @Test
  void rejectsNobody() {
    assertThatIllegalArgumentException().isThrownBy(() -> difference(46, 100, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> difference(0, 0, 46, 100));
  }
}
