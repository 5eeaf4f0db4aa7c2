package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  private static Interval wilson(long count, long n) {
    return Interval.wilson(new Proportion(count, n)).orElseThrow();
  }

  /** Newcombe, Statist. Med. 17 (1998) 857–872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    " 0,  20, 0.0000, 0.1611",
    " 1,  29, 0.0061, 0.1718"
  })
  void isAsInNewcombesTable(long count, long n, double lower, double upper) {
    assertThat(wilson(count, n).lower()).isCloseTo(lower, within(0.00005));
    assertThat(wilson(count, n).upper()).isCloseTo(upper, within(0.00005));
  }

  /** The published counts; the formula in 50 digits with Python's mpmath. */
  @ParameterizedTest
  @CsvSource({
    "46, 0.365608083090241, 0.557351396766318",
    "54, 0.442648603233682, 0.634391916909759",
    "23, 0.158432658803034, 0.321543830228738",
    " 5, 0.021543679154368, 0.111750469231919"
  })
  void ofTheOriginalIsAsKnown(long count, double lower, double upper) {
    assertThat(wilson(count, 100).lower()).isCloseTo(lower, within(1e-14));
    assertThat(wilson(count, 100).upper()).isCloseTo(upper, within(1e-14));
  }

  /** mpmath, as above. */
  @Test
  void keepsItsDigitsAtABillion() {
    Interval one = wilson(1, 1_000_000_000);
    assertThat(one.lower()).isCloseTo(1.76524554956963e-10, within(1e-22));
    assertThat(one.upper()).isCloseTo(5.66493424329744e-9, within(1e-15));
    Interval many = wilson(460_000_000, 1_000_000_000);
    assertThat(many.lower()).isCloseTo(0.459969109728485, within(1e-14));
    assertThat(many.upper()).isCloseTo(0.460030890578832, within(1e-14));
  }

  /** Wilson's definition: |p - limit| = z √(limit (1 - limit) / n). */
  @ParameterizedTest
  @CsvSource({"1, 2", "3, 7", "46, 100", "999, 1000", "123456, 1000000"})
  void endsWhereTheShareIsJustZStandardErrorsAway(long count, long n) {
    double z = 1.9599639845400543;
    for (double limit : new double[] {wilson(count, n).lower(), wilson(count, n).upper()}) {
      assertThat(Math.abs((double) count / n - limit))
          .isCloseTo(z * Math.sqrt(limit * (1 - limit) / n), within(1e-13));
    }
  }

  @Test
  void holdsTheShareGrowsWithItAndMirrorsTheOthers() {
    for (int count = 0; count <= 100; count++) {
      Interval interval = wilson(count, 100);
      Interval others = wilson(100 - count, 100);
      assertThat(count / 100.0).isBetween(interval.lower(), interval.upper());
      assertThat(interval.lower()).isCloseTo(1 - others.upper(), within(1e-15));
      if (count > 0) {
        assertThat(interval.lower()).isGreaterThan(wilson(count - 1, 100).lower());
        assertThat(interval.upper()).isGreaterThan(wilson(count - 1, 100).upper());
      }
    }
  }

  @Test
  void narrowsWithTheBase() {
    double before = 1;
    for (long n = 2; n <= 1_000_000_000 / 2; n *= 2) {
      double width = wilson(n / 2, n).upper() - wilson(n / 2, n).lower();
      assertThat(width).isLessThan(before);
      before = width;
    }
  }

  @Test
  void endsExactlyAtNoneAndAll() {
    for (long n : new long[] {1, 7, 100, 1_000_000_000}) {
      assertThat(wilson(0, n).lower()).isZero();
      assertThat(wilson(n, n).upper()).isOne();
    }
  }

  @Test
  void saysNothingAboutNobody() {
    assertThat(Interval.wilson(new Proportion(0, 0))).isEmpty();
  }
}
