package survey.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;
import survey.servers.DatabaseServers;

/**
 * The node of a cluster that takes the writes is killed, or told to stop; the survey goes on with
 * another, without being started again, and the node joins anew.
 */
class ClusterBreak {
  @Test
  void losesNothingWhenANodeOfGaleraIsKilled() throws Exception {
    endAgainAndAgain(
        "writing node of a Galera cluster of three killed (`kill -9`)",
        DatabaseServers::galera,
        DatabaseServers::kill);
  }

  @Test
  void losesNothingWhenANodeOfGaleraIsStopped() throws Exception {
    endAgainAndAgain(
        "writing node of a Galera cluster of three stopped",
        DatabaseServers::galera,
        DatabaseServers::stop);
  }

  @Test
  void losesNothingWhenThePrimaryOfAGroupIsKilled() throws Exception {
    endAgainAndAgain(
        "primary of a replication group of three killed (`kill -9`)",
        DatabaseServers::groupReplication,
        DatabaseServers::kill);
  }

  @Test
  void losesNothingWhenThePrimaryOfAGroupIsStopped() throws Exception {
    endAgainAndAgain(
        "primary of a replication group of three stopped",
        DatabaseServers::groupReplication,
        DatabaseServers::stop);
  }

  private static void endAgainAndAgain(
      String what, Supplier<DatabaseServers> cluster, ObjIntConsumer<DatabaseServers> end)
      throws Exception {
    Path home = RunningSurvey.freshHome("cluster");
    try (DatabaseServers servers = cluster.get();
        RunningSurvey survey = RunningSurvey.startedAt(home, TestDatabase.of(servers).settings());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(3), survey.address())) {
      breaking.repeat(
          10,
          () -> {
            int written = servers.written();
            long ended = System.nanoTime();
            end.accept(servers, written);
            Duration recovery = awaitReady(survey, breaking.load(), ended);
            servers.start(written);
            servers.awaitMembers();
            return recovery;
          });
      try (Connection connection = servers.connect(servers.written())) {
        breaking.compare(what, connection);
      }
    }
  }

  /**
   * It is ready for a moment longer, until it notices: so others must be acknowledged first than
   * those who were on their way.
   */
  private static Duration awaitReady(RunningSurvey survey, Load load, long ended) {
    load.awaitSeconds(1);
    return Health.awaitReady(survey.address(), ended);
  }
}
