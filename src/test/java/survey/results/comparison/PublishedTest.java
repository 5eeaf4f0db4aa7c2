package survey.results.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a node asks the database for looks, and when it need not. */
class PublishedTest {
  private static final Instant NOW = Counts.AS_OF;
  private static final Published BEFORE_ANY = Published.unknown().answered(Optional.empty(), NOW);
  private static final Published FIRST =
      Published.unknown().answered(Optional.of(Counts.comparison(103)), NOW);

  @Test
  void asksOnceAfterAStart() {
    assertThat(Published.unknown().suffices(0, NOW)).isFalse();
    assertThat(BEFORE_ANY.suffices(0, NOW)).isTrue();
  }

  @Test
  void takesTheFirstLookAtAHundred() {
    assertThat(BEFORE_ANY.suffices(99, NOW)).isTrue();
    assertThat(BEFORE_ANY.suffices(100, NOW)).isFalse();
  }

  @Test
  void asksNothingFromOneLookToTheNext() {
    assertThat(FIRST.suffices(104, NOW)).isTrue();
    assertThat(FIRST.suffices(199, NOW)).isTrue();
    assertThat(FIRST.suffices(200, NOW)).isFalse();
  }

  @Test
  void keepsALookThatLiveHasFallenBelow() {
    assertThat(FIRST.suffices(40, NOW)).isTrue();
    assertThat(FIRST.isDue(40)).isFalse();
  }

  @Test
  void hearsOfAnotherNodesLookWithinAMinute() {
    assertThat(FIRST.suffices(150, NOW.plus(Published.FRESH).minusMillis(1))).isTrue();
    assertThat(FIRST.suffices(150, NOW.plus(Published.FRESH))).isFalse();
  }

  @Test
  void keepsWhatItKnowsInTroubleAndAsksAgainSoon() {
    Published troubled = FIRST.failed(NOW);

    assertThat(troubled.last()).isEqualTo(FIRST.last());
    assertThat(troubled.suffices(200, NOW.plus(Duration.ofSeconds(9)))).isTrue();
    assertThat(troubled.suffices(200, NOW.plus(Published.PAUSE))).isFalse();
    assertThat(troubled.answered(FIRST.last(), NOW).troubled()).isFalse();
  }
}
