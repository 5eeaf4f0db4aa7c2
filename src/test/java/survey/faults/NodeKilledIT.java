package survey.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/** One of two nodes on one database is killed and started again; the other goes on. */
class NodeKilledIT {
  private final TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("two-nodes"));
  private final Path home = RunningSurvey.freshHome("node-killed");
  private final int port = RunningSurvey.freePort();
  private RunningSurvey node = RunningSurvey.startedAt(home, port, database.settings());
  private final RunningSurvey other =
      RunningSurvey.startedAt(RunningSurvey.freshHome("other-node"), database.settings());

  @AfterEach
  void end() {
    other.close();
    node.close();
    database.close();
  }

  @Test
  void losesNothing() throws Exception {
    try (Breaking breaking =
            new Breaking(home, Duration.ofSeconds(1), node.address(), other.address());
        Connection connection = database.connect()) {
      breaking.expect(Load.NO_ANSWER, Load.NOT_OPENED);
      breaking.repeat(10, this::killAndStart);
      breaking.compare("one of two nodes killed (`kill -9`) and started again", connection);
    }
  }

  private Duration killAndStart() {
    long killed = System.nanoTime();
    node.kill();
    node = RunningSurvey.startedAt(home, port, database.settings());
    return Health.awaitReady(node.address(), killed);
  }
}
