package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/**
 * One of two nodes is cut off from the database in the middle of a transaction, and the database
 * does not learn of it: the locks stay, and with them the key of a form that is sent again.
 */
class NodeCutOffIT {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Ten seconds of silence, two for a lock, and busy cores. */
  private static final Duration LONGEST_HOLDING = Duration.ofSeconds(16);

  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("cut-off");
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("behind-a-wire"));
        Wire wire = new Wire(database);
        RunningSurvey cutOff = RunningSurvey.startedAt(home, database.settings(wire.settings()));
        RunningSurvey other =
            RunningSurvey.startedAt(RunningSurvey.freshHome("other-node"), database.settings());
        Breaking breaking =
            new Breaking(home, Duration.ofSeconds(1), cutOff.address(), other.address());
        Connection connection = database.connect()) {
      breaking.repeat(
          5,
          () -> {
            wire.desertAtCommit();
            RunningSurvey.await(() -> wire.deserted() > 0, LONGEST_WAIT);
            long deserted = System.nanoTime();
            breaking.load().awaitSeconds(2);
            assertThat(wire.deserted()).as("others are served meanwhile").isPositive();
            RunningSurvey.await(() -> wire.deserted() == 0, LONGEST_WAIT);
            assertThat(Duration.ofNanos(System.nanoTime() - deserted)).isLessThan(LONGEST_HOLDING);
            assertThat(Health.isReady(cutOff.address())).isFalse();
            assertThat(Health.isReady(other.address())).isTrue();
            wire.heal();
            return Health.awaitReady(cutOff.address(), System.nanoTime());
          });
      breaking.compare("one of two nodes cut off in the middle of a transaction", connection);
    }
  }
}
