package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/**
 * Of several servers the survey writes to one: to the next while the first cannot be reached, and
 * to the first again after that. Two ways lead to the same database here, as to two servers.
 */
class FailBackIT {
  private static final Duration LONGEST_MOVE = Duration.ofSeconds(30);

  @Test
  void writesToOneServerAtATime() throws Exception {
    Path home = RunningSurvey.freshHome("several-servers");
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("two-ways"));
        Wire first = new Wire(port(database));
        Wire second = new Wire(port(database));
        RunningSurvey survey =
            RunningSurvey.startedAt(home, database.settings(over(first, second)));
        Breaking breaking = new Breaking(home, Duration.ofSeconds(1), survey.address());
        Connection connection = database.connect()) {
      breaking.repeat(
          5,
          () -> {
            assertThat(first.connections()).isPositive();
            assertThat(second.connections()).isZero();
            first.cut();
            breaking.load().awaitSeconds(3);
            assertThat(first.connections()).isZero();
            assertThat(second.connections()).isPositive();
            first.heal();
            RunningSurvey.await(
                () -> first.connections() > 0 && second.connections() == 0, LONGEST_MOVE);
            return null;
          });
      breaking.compare("way to the first of two servers cut for some seconds", connection);
    }
  }

  private static int port(TestDatabase database) {
    return URI.create(database.url().substring("jdbc:".length())).getPort();
  }

  private static Map<String, String> over(Wire first, Wire second) {
    return Map.of(
        "SURVEY_DB_URL",
        "jdbc:mysql://127.0.0.1:%d,127.0.0.1:%d/survey?sslMode=DISABLED"
            .formatted(first.port(), second.port()));
  }
}
