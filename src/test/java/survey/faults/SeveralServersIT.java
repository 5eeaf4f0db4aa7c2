package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/**
 * Of several servers the survey writes to one, and to another while that one cannot be reached; not
 * to the first again just because it is back, as servers may be that have missed what came since.
 * Two ways lead to the same database here, as to two servers.
 */
class SeveralServersIT {
  @Test
  void areWrittenToOneAtATimeWhenOneRefuses() throws Exception {
    broken("way to one of two servers cut", Wire::cut);
  }

  @Test
  void areWrittenToOneAtATimeWhenOneIsSilent() throws Exception {
    broken("way to one of two servers silent", Wire::swallow);
  }

  private static void broken(String what, Consumer<Wire> fault) throws Exception {
    Path home = RunningSurvey.freshHome("several-servers");
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("two-ways"));
        Wire first = new Wire(database);
        Wire second = new Wire(database);
        RunningSurvey survey =
            RunningSurvey.startedAt(home, database.settings(over(first, second)));
        Breaking breaking = new Breaking(home, Duration.ofSeconds(3), survey.address());
        Connection connection = database.connect()) {
      breaking.repeat(
          5,
          () -> {
            Wire written = second.connections() == 0 ? first : second;
            Wire other = written == first ? second : first;
            Duration recovery =
                Health.readyAgain(
                    List.of(survey.address()),
                    () -> {
                      fault.accept(written);
                      breaking.load().awaitSeconds(3);
                    });
            written.heal();
            // More than it would take to go back.
            breaking.load().awaitSeconds(20);
            assertThat(written.connections()).isZero();
            assertThat(other.connections()).isPositive();
            return recovery;
          });
      breaking.compare(what, connection);
    }
  }

  private static Map<String, String> over(Wire first, Wire second) {
    return Map.of(
        "SURVEY_DB_URL",
        "jdbc:mysql://127.0.0.1:%d,127.0.0.1:%d/survey?sslMode=DISABLED"
            .formatted(first.port(), second.port()));
  }
}
