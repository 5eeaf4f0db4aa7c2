package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SeldomWarningTest {
  private static final Instant NOON = Instant.parse("2026-11-25T03:00:00Z");

  private final List<String> logged = new ArrayList<>();
  private final Logger log = Logger.getAnonymousLogger();
  private final SeldomWarning warning = new SeldomWarning(log, "somebody tries");

  SeldomWarningTest() {
    log.setUseParentHandlers(false);
    log.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  @Test
  void saysWhatWasTheCauseOfTheOneThatIsLogged() {
    SeldomWarning everySecond =
        new SeldomWarning(log, Level.SEVERE, Duration.ofSeconds(1), "in vain: ");
    for (int i = 0; i <= 4; i++) {
      everySecond.give(NOON.plusMillis(i * 600L), "try " + i);
    }
    assertThat(logged)
        .containsExactly(
            "SEVERE in vain: try 0",
            "SEVERE in vain: try 2 (1 more since the last)",
            "SEVERE in vain: try 4 (1 more since the last)");
  }

  @Test
  void isGivenAtOnceAndThenEveryQuarterOfAnHour() {
    for (int second = 0; second <= 900; second++) {
      warning.give(NOON.plusSeconds(second));
    }
    assertThat(logged).containsExactly("WARNING somebody tries");
    warning.give(NOON.plusSeconds(901));
    assertThat(logged)
        .containsExactly(
            "WARNING somebody tries", "WARNING somebody tries (900 more since the last)");
  }
}
