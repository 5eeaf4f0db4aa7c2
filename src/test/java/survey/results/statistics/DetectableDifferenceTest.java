package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectableDifferenceTest {
  private static double from(long original, long liveN, double alpha) {
    return DetectableDifference.of(new Proportion(original, 100), liveN, alpha)
        .orElseThrow()
        .difference();
  }

  private static double least(long original, double alpha) {
    return DetectableDifference.least(new Proportion(original, 100), alpha)
        .orElseThrow()
        .difference();
  }

  /** R: power.prop.test(p1 = .50, p2 = .75, power = .80) asks for n = 57.67 in each sample. */
  @Test
  void isThatOfRsPowerPropTest() {
    assertThat(DetectableDifference.of(new Proportion(29, 58), 58, .05).orElseThrow().difference())
        .isBetween(.249, .25);
    assertThat(DetectableDifference.of(new Proportion(28, 56), 56, .05).orElseThrow().difference())
        .isBetween(.25, .255);
  }

  /** The formula solved once more, in 50 digits with Python's mpmath. */
  @ParameterizedTest
  @CsvSource({
    "46, 100, .05, .1956158731",
    "54, 200, .05, .1644881222",
    "23, 1000, .0125, .1648773111",
    "5, 100, .0125, .1569010731",
    "46, 1000000000, .05, .1380419651"
  })
  void isThatOfTheFormula(long original, long liveN, double alpha, double difference) {
    assertThat(from(original, liveN, alpha)).isCloseTo(difference, within(1e-10));
  }

  @Test
  void isAboutTwentyPointsAtAHundredAndNeverUnderAboutFourteen() {
    assertThat(from(46, 100, .05)).isBetween(.19, .205);
    assertThat(least(46, .05)).isBetween(.135, .14);
    assertThat(least(46, .0125)).isCloseTo(.1629940887, within(1e-10));
  }

  @Test
  void shrinksWithTheAnswersAndNeverBelowTheLeast() {
    for (long original : new long[] {0, 5, 23, 46, 54}) {
      double before = 1;
      for (long n = 100; n <= 1_000_000_000; n *= 10) {
        double difference = from(original, n, .05);
        assertThat(difference).isLessThan(before).isGreaterThanOrEqualTo(least(original, .05));
        before = difference;
      }
    }
  }

  @Test
  void growsWithAStricterLevel() {
    assertThat(from(46, 100, .0125)).isGreaterThan(from(46, 100, .05));
  }

  @Test
  void saysNothingWhereNoShareIsHighEnough() {
    assertThat(DetectableDifference.of(new Proportion(46, 100), 1, .05)).isEmpty();
    assertThat(DetectableDifference.of(new Proportion(99, 100), 100, .05)).isEmpty();
    assertThat(DetectableDifference.of(new Proportion(100, 100), 100, .05)).isEmpty();
    assertThat(DetectableDifference.least(new Proportion(100, 100), .05)).isEmpty();
  }

  @Test
  void rejectsNobody() {
    assertThatIllegalArgumentException().isThrownBy(() -> from(46, 0, .05));
    assertThatIllegalArgumentException().isThrownBy(() -> from(46, -1, .05));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetectableDifference.of(new Proportion(0, 0), 100, .05));
  }

  @Test
  void rejectsALevelThatIsNone() {
    for (double alpha : new double[] {0, 1, -.05, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> from(46, 100, alpha));
    }
  }
}
