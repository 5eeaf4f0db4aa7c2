package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdminSessionTest {
  private static final Instant SIGNED_IN = Instant.parse("2026-11-23T00:00:00Z");

  private final AdminSession session = new AdminSession(Token.mint(), "admin", SIGNED_IN);

  @Test
  void endsAfterHalfAnHourAlone() {
    assertThat(session.isOpenAt(after(Duration.ofMinutes(30).minusMillis(1)))).isTrue();
    assertThat(session.isOpenAt(after(Duration.ofMinutes(30)))).isFalse();
  }

  @Test
  void goesOnWhileItIsUsed() {
    session.use(after(Duration.ofMinutes(29)));
    assertThat(session.isOpenAt(after(Duration.ofMinutes(58)))).isTrue();
    assertThat(session.isOpenAt(after(Duration.ofMinutes(59)))).isFalse();
  }

  @Test
  void endsAfterHalfADayHoweverMuchItIsUsed() {
    for (int minutes = 20; minutes < 720; minutes += 20) {
      session.use(after(Duration.ofMinutes(minutes)));
    }
    assertThat(session.isOpenAt(after(Duration.ofHours(12).minusMillis(1)))).isTrue();
    assertThat(session.isOpenAt(after(Duration.ofHours(12)))).isFalse();
  }

  @Test
  void notesItsUseOnceAMinute() {
    session.use(after(Duration.ofSeconds(59)));
    assertThat(session.isOpenAt(after(Duration.ofMinutes(30)))).isFalse();
    session.use(after(Duration.ofSeconds(60)));
    assertThat(session.isOpenAt(after(Duration.ofMinutes(30)))).isTrue();
  }

  private static Instant after(Duration time) {
    return SIGNED_IN.plus(time);
  }
}
