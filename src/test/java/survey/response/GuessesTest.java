package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import survey.MovedClock;

class GuessesTest {
  private static final String SOMEBODY = "192.0.2.1";
  private static final String NEIGHBOUR = "192.0.2.2";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MovedClock clock = new MovedClock();
  private final Guesses guesses = new Guesses(new Floods(60, clock), clock);

  /** How long to wait after so many wrong codes more. */
  private Duration add(int wrong) {
    Duration wait = null;
    for (int i = 0; i < wrong; i++) {
      wait = guesses.add(SOMEBODY);
    }
    return wait;
  }

  @Test
  void areFreeTwentyTimesInAMinute() {
    assertThat(add(20)).isZero();
    assertThat(add(1)).isEqualTo(MINUTE);
  }

  @Test
  void leaveARightCodeOpenUnlessThereAreFarTooMany() {
    add(199);
    assertThat(guesses.waitOf(SOMEBODY)).isZero();
    add(1);
    assertThat(guesses.waitOf(SOMEBODY)).isEqualTo(MINUTE);
    assertThat(guesses.waitOf(NEIGHBOUR)).isZero();
  }

  @Test
  void areOverAfterTheMinuteThatBeganWithTheFirst() {
    add(1);
    clock.pass(Duration.ofSeconds(40));
    add(199);
    assertThat(guesses.waitOf(SOMEBODY)).isEqualTo(Duration.ofSeconds(20));
    clock.pass(Duration.ofSeconds(20));
    assertThat(guesses.waitOf(SOMEBODY)).isZero();
    assertThat(add(20)).isZero();
  }

  @Test
  void areNoneWhereRespondentsAreNotLimited() {
    Guesses unlimited = new Guesses(new Floods(0, clock), clock);
    for (int i = 0; i < 1_000; i++) {
      assertThat(unlimited.add(SOMEBODY)).isZero();
      assertThat(unlimited.waitOf(SOMEBODY)).isZero();
    }
  }
}
