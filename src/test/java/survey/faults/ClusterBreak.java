package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import survey.Respondent;
import survey.RunningSurvey;
import survey.TestDatabase;
import survey.servers.DatabaseServers;

/**
 * The node of a cluster that takes the writes is killed, or told to stop; the survey goes on with
 * another, without being started again, and the node joins anew.
 */
class ClusterBreak {
  private static final Duration LONGEST_ELECTION = Duration.ofMinutes(1);

  @Test
  void losesNothingWhenANodeOfGaleraIsKilled() throws Exception {
    endAgainAndAgain(
        "writing node of a Galera cluster of three killed (`kill -9`)",
        10,
        DatabaseServers::galera,
        DatabaseServers::kill);
  }

  /** Both go on with another, and back to the first. */
  @Test
  void losesNothingWhenANodeOfGaleraIsKilledThatTwoNodesWriteTo() throws Exception {
    Path home = RunningSurvey.freshHome("cluster");
    try (DatabaseServers servers = DatabaseServers.galera()) {
      Map<String, String> settings = TestDatabase.of(servers).settings();
      try (RunningSurvey node = RunningSurvey.startedAt(home, settings);
          RunningSurvey other =
              RunningSurvey.startedAt(RunningSurvey.freshHome("other-node"), settings)) {
        endAgainAndAgain(
            "writing node of a Galera cluster of three killed (`kill -9`), two nodes of the survey",
            5,
            servers,
            DatabaseServers::kill,
            home,
            node,
            other);
      }
    }
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

  /** It takes writes, which the group would never see, and it is the first that is named. */
  @Test
  void beginsNothingAtAMemberThatHasNotJoinedItsGroup() throws Exception {
    try (DatabaseServers servers = DatabaseServers.groupReplication()) {
      servers.kill(1);
      servers.startAlone(1);
      RunningSurvey.await(() -> servers.takesWrites(2) || servers.takesWrites(3), LONGEST_ELECTION);
      Path home = RunningSurvey.freshHome("cluster");
      try (RunningSurvey survey =
          RunningSurvey.startedAt(home, TestDatabase.of(servers).settings())) {
        Respondent.receipt(Respondent.complaining(survey.address()).send());
      }
      try (Connection alone = servers.connect(1);
          Statement statement = alone.createStatement()) {
        assertThat(statement.executeUpdate("create table written (id int)"))
            .as("it takes writes")
            .isZero();
        ResultSet tables = statement.executeQuery("show tables");
        assertThat(tables.next()).isTrue();
        assertThat(tables.getString(1)).isEqualTo("written");
        assertThat(tables.next()).isFalse();
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
        RunningSurvey survey = RunningSurvey.startedAt(home, TestDatabase.of(servers).settings())) {
      endAgainAndAgain(what, whole, servers, end, home, survey);
    }
  }

  private static void endAgainAndAgain(
      String what,
      int whole,
      DatabaseServers servers,
      ObjIntConsumer<DatabaseServers> end,
      Path home,
      RunningSurvey... nodes)
      throws Exception {
    String[] addresses = Stream.of(nodes).map(RunningSurvey::address).toArray(String[]::new);
    try (Breaking breaking = new Breaking(home, Duration.ofSeconds(3), addresses)) {
      breaking.repeat(
          whole,
          () -> {
            int written = servers.written();
            Duration recovery =
                Health.readyAgain(
                    List.of(addresses),
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
