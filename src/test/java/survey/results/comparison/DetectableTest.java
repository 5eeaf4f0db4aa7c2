package survey.results.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import survey.results.Tally;

class DetectableTest {
  /** The unrounded ones, from the formula in 50 digits with mpmath, are 19.56, 13.80 and 16.30. */
  @Test
  void isAboutTwentyPointsAtAHundredAndNeverUnderAboutFourteen() {
    Detectable detectable = Detectable.of(Counts.ORIGINAL, 100).orElseThrow();

    assertThat(detectable.share().percent()).isEqualTo(46);
    assertThat(detectable.points()).isEqualTo(20);
    assertThat(detectable.least()).isEqualTo(14);
    assertThat(detectable.leastOfFour()).isEqualTo(16);
    assertThat(detectable.pointsOfFour()).isBetween(22L, 25L);
  }

  @Test
  void isNothingOfATamperedTally() {
    Tally tampered =
        new Tally(100, 0, Counts.choices(101, 0, 0, 0), 100, Counts.choices(39, 39, 16, 6));

    assertThat(Detectable.of(tampered, 100)).isEmpty();
  }
}
