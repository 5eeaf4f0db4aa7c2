package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {
  @ParameterizedTest
  @CsvSource({
    "100, 1, 100",
    "199, 1, 100",
    "200, 2, 200",
    "399, 2, 200",
    "400, 3, 400",
    "12799, 7, 6400",
    "12800, 8, 12800",
    "1000000000, 24, 838860800"
  })
  void isTheLastDoublingReached(long liveN, int number, long n) {
    Look look = Look.last(liveN).orElseThrow();

    assertThat(look.number()).isEqualTo(number);
    assertThat(look.n()).isEqualTo(n);
    assertThat(look.alpha()).isCloseTo(.05 / (number * (number + 1)), within(1e-18));
  }

  @Test
  void comesFirstAtOneHundred() {
    assertThat(Look.last(0)).isEmpty();
    assertThat(Look.last(99)).isEmpty();
    assertThat(Look.last(100)).contains(new Look(1, 100, .025));
  }

  @Test
  void spendsNoMoreThanFivePercentInAll() {
    double spent = 0;
    for (long n = 100; n <= 1_000_000_000; n *= 2) {
      spent += Look.last(n).orElseThrow().alpha();
    }
    // 1/(1·2) + 1/(2·3) + … + 1/(24·25) = 24/25
    assertThat(spent).isCloseTo(.05 * 24 / 25, within(1e-15));
  }

  @Test
  void comesAgainAtTwiceAsMany() {
    for (long n = 100; n <= 1_000_000; n = 2 * n + 17) {
      Look look = Look.last(n).orElseThrow();
      assertThat(Look.last(look.nextN() - 1)).contains(look);
      assertThat(Look.last(look.nextN()).orElseThrow().number()).isEqualTo(look.number() + 1);
    }
  }

  @Test
  void rejectsNegativeCounts() {
    assertThatIllegalArgumentException().isThrownBy(() -> Look.last(-1));
  }
}
