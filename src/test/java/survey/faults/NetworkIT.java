package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/** The network between the server and its database breaks connections, or swallows what it gets. */
class NetworkIT {
  private static final Duration RECOVERY = Duration.ofSeconds(30);
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
    Report report = new Report();
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("behind-a-wire"));
        Wire wire = new Wire(URI.create(database.url().substring("jdbc:".length())).getPort());
        RunningSurvey survey = RunningSurvey.startedAt(home, database.settings(through(wire)));
        Ledger ledger = Ledger.beside(home);
        Load load = new Load(Duration.ofSeconds(5), ledger, List.of(survey.address()))) {
      report.warm(load);
      for (int i = 0; i < Report.times(10); i++) {
        load.awaitSeconds(3);
        long broken = System.nanoTime();
        fault.accept(wire);
        RunningSurvey.await(() -> !Health.isReady(survey.address()), LONGEST_NOTICING);
        assertThat(Health.isLive(survey.address())).isTrue();
        TimeUnit.SECONDS.sleep(2);
        wire.heal();
        long whole = System.nanoTime();
        Health.awaitReady(survey.address(), RECOVERY);
        long ready = System.nanoTime();
        load.awaitSeconds(1);
        report.add(ledger, broken, whole, ready);
      }
      int forms = load.settle();
      Books books = Books.of(database, ledger, forms);
      report.write(what, books, ledger);
      books.assertRight();
    }
  }

  private static Map<String, String> through(Wire wire) {
    return Map.of(
        "SURVEY_DB_URL", "jdbc:mysql://127.0.0.1:" + wire.port() + "/survey?sslMode=DISABLED");
  }
}
