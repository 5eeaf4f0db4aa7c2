package survey.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;
import survey.servers.DatabaseServers;

/**
 * The node of a cluster that takes the writes is killed; the survey goes on with another, without
 * being started again, and the node joins anew.
 */
class ClusterBreak {
  private static final Duration RECOVERY = Duration.ofSeconds(90);

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
    Report report = new Report();
    try (RunningSurvey survey = RunningSurvey.startedAt(home, TestDatabase.of(servers).settings());
        Ledger ledger = Ledger.beside(home);
        Load load = new Load(Duration.ofSeconds(3), ledger, List.of(survey.address()))) {
      report.warm(load);
      int writing = servers.primary();
      for (int i = 0; i < Report.times(10); i++) {
        load.awaitSeconds(3);
        long broken = System.nanoTime();
        servers.kill(writing);
        load.awaitSeconds(3);
        Health.awaitReady(survey.address(), RECOVERY);
        long ready = System.nanoTime();
        report.add(ledger, broken, broken, ready);
        servers.start(writing);
        servers.awaitMembers();
        writing = writing(servers, writing);
      }
      int forms = load.settle();
      servers.awaitMembers();
      try (Connection connection = servers.connect(writing)) {
        Books books = Books.of(connection, ledger, forms);
        report.write(what, books, ledger);
        books.assertRight();
      }
    }
  }

  /** The node that the survey writes to by now: the next one that takes writes. */
  private static int writing(DatabaseServers servers, int last) {
    int next = last % servers.nodes() + 1;
    return servers.takesWrites(next) ? next : servers.primary();
  }
}
