package survey.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;

/** The database's process is killed; the launcher starts it again. */
class DatabaseKilledIT {
  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("database-killed");
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(2), survey.address())) {
      breaking.repeat(
          20,
          () -> {
            ProcessHandle database = survey.database().orElseThrow();
            long killed = System.nanoTime();
            database.destroyForcibly();
            database.onExit().join();
            return Health.awaitReady(survey.address(), killed);
          });
      breaking.compare("database killed (`kill -9`)", survey);
    }
  }
}
