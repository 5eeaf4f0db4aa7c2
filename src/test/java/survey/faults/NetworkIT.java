package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/** The network between the server and its database breaks connections, or swallows what it gets. */
class NetworkIT {
  private static final Duration LONGEST_NOTICING = Duration.ofSeconds(15);

  @Test
  void losesNothingWhenConnectionsBreak() throws Exception {
    broken("network between server and database reset", Wire::cut);
  }

  @Test
  void losesNothingWhenPacketsAreSwallowed() throws Exception {
    broken("network between server and database silent for some seconds", Wire::swallow);
  }

  private static void broken(String what, Consumer<Wire> fault) throws Exception {
    Path home = RunningSurvey.freshHome("network");
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("behind-a-wire"));
        Wire wire = new Wire(URI.create(database.url().substring("jdbc:".length())).getPort());
        RunningSurvey survey = RunningSurvey.startedAt(home, database.settings(through(wire)));
        Breaking breaking = new Breaking(home, Duration.ofSeconds(5), survey.address());
        Connection connection = database.connect()) {
      breaking.repeat(
          10,
          () -> {
            fault.accept(wire);
            RunningSurvey.await(() -> !Health.isReady(survey.address()), LONGEST_NOTICING);
            assertThat(Health.isLive(survey.address())).isTrue();
            TimeUnit.SECONDS.sleep(2);
            wire.heal();
            long healed = System.nanoTime();
            return Health.awaitReady(survey.address(), healed);
          });
      breaking.compare(what, connection);
    }
  }

  private static Map<String, String> through(Wire wire) {
    return Map.of(
        "SURVEY_DB_URL", "jdbc:mysql://127.0.0.1:" + wire.port() + "/survey?sslMode=DISABLED");
  }
}
