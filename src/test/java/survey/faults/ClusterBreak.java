package survey.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;
import survey.servers.DatabaseServers;

/**
 * The node of a cluster that takes the writes is killed; the survey goes on with another, without
 * being started again, and the node joins anew.
 */
class ClusterBreak {
  @Test
  void losesNothingOfGalera() throws Exception {
    try (DatabaseServers galera = DatabaseServers.galera()) {
      killAgainAndAgain("writing node of a Galera cluster of three killed (`kill -9`)", galera);
    }
  }

  @Test
  void losesNothingOfGroupReplication() throws Exception {
    try (DatabaseServers group = DatabaseServers.groupReplication()) {
      killAgainAndAgain("primary of a replication group of three killed (`kill -9`)", group);
    }
  }

  private static void killAgainAndAgain(String what, DatabaseServers servers) throws Exception {
    Path home = RunningSurvey.freshHome("cluster");
    try (RunningSurvey survey = RunningSurvey.startedAt(home, TestDatabase.of(servers).settings());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(3), survey.address())) {
      breaking.repeat(10, () -> kill(servers, survey, breaking.load()));
      try (Connection connection = servers.connect(servers.written())) {
        breaking.compare(what, connection);
      }
    }
  }

  /** Kills the node that the survey writes to; the node has joined again when this returns. */
  private static Duration kill(DatabaseServers servers, RunningSurvey survey, Load load)
      throws Exception {
    int writing = servers.written();
    long killed = System.nanoTime();
    servers.kill(writing);
    load.awaitSeconds(3);
    Duration recovery = Health.awaitReady(survey.address(), killed);
    servers.start(writing);
    servers.awaitMembers();
    return recovery;
  }
}
