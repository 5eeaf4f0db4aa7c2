package survey.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;

/** The server's process is killed, and started again as a service manager would. */
class ServerKilledIT {
  private final Path home = RunningSurvey.freshHome("server-killed");
  private final int port = RunningSurvey.freePort();
  private RunningSurvey survey = RunningSurvey.startedAt(home, port, Map.of());

  @AfterEach
  void end() {
    survey.close();
  }

  @Test
  void losesNothing() throws Exception {
    try (Breaking breaking = new Breaking(home, Duration.ofSeconds(2), survey.address())) {
      breaking.expect(Load.NO_ANSWER, Load.NOT_OPENED);
      breaking.repeat(20, this::killAndStart);
      breaking.compare("server killed (`kill -9`) and started again", survey);
    }
  }

  private Duration killAndStart() {
    long killed = System.nanoTime();
    survey.kill();
    survey = RunningSurvey.startedAt(home, port, Map.of());
    return Health.awaitReady(survey.address(), killed);
  }
}
