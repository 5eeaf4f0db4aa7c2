package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
        10,
        DatabaseServers::galera,
        DatabaseServers::kill);
  }

  @Test
  void losesNothingWhenANodeOfGaleraIsStopped() throws Exception {
    endAgainAndAgain(
        "writing node of a Galera cluster of three stopped",
        3,
        DatabaseServers::galera,
        DatabaseServers::stop);
  }

  @Test
  void losesNothingWhenThePrimaryOfAGroupIsKilled() throws Exception {
    endAgainAndAgain(
        "primary of a replication group of three killed (`kill -9`)",
        10,
        DatabaseServers::groupReplication,
        DatabaseServers::kill);
  }

  @Test
  void losesNothingWhenThePrimaryOfAGroupIsStopped() throws Exception {
    endAgainAndAgain(
        "primary of a replication group of three stopped",
        3,
        DatabaseServers::groupReplication,
        DatabaseServers::stop);
  }

  /** It takes writes, which the group would never see. */
  @Test
  void doesNotWriteToAMemberThatHasNotJoinedItsGroup() throws Exception {
    Path home = RunningSurvey.freshHome("cluster");
    try (DatabaseServers servers = DatabaseServers.groupReplication();
        RunningSurvey survey = RunningSurvey.startedAt(home, TestDatabase.of(servers).settings());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(3), survey.address())) {
      int first = servers.written();
      breaking.repeat(
          1,
          () -> {
            servers.kill(first);
            breaking.load().awaitSeconds(3);
            servers.startAlone(first);
            int second = servers.written();
            assertThat(second).isNotEqualTo(first);
            return Health.readyAgain(
                survey.address(),
                () -> {
                  servers.stop(second);
                  breaking.load().awaitSeconds(3);
                });
          });
      assertThat(servers.written()).isNotEqualTo(first);
      try (Connection connection = servers.connect(servers.written())) {
        breaking.compare(
            "primary of a replication group stopped while a member is back and has not joined",
            connection);
      }
    }
  }

  private static void endAgainAndAgain(
      String what,
      int whole,
      Supplier<DatabaseServers> cluster,
      ObjIntConsumer<DatabaseServers> end)
      throws Exception {
    Path home = RunningSurvey.freshHome("cluster");
    try (DatabaseServers servers = cluster.get();
        RunningSurvey survey = RunningSurvey.startedAt(home, TestDatabase.of(servers).settings());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(3), survey.address())) {
      breaking.repeat(
          whole,
          () -> {
            int written = servers.written();
            Duration recovery =
                Health.readyAgain(
                    survey.address(),
                    () -> {
                      end.accept(servers, written);
                      // More than were on their way.
                      breaking.load().awaitSeconds(1);
                    });
            servers.start(written);
            servers.awaitMembers();
            servers.awaitWritten();
            return recovery;
          });
      try (Connection connection = servers.connect(servers.written())) {
        breaking.compare(what, connection);
      }
    }
  }
}
