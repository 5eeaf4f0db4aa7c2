package survey.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;

/** The server's process is killed, and started again as a service manager would. */
class ServerKilledIT {
  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("server-killed");
    Report report = new Report();
    try (Ledger ledger = Ledger.beside(home)) {
      int forms = killAgainAndAgain(home, report, ledger);
      Books books = Books.of(home, ledger, forms);
      report.write("server killed (`kill -9`) and started again", books, ledger);
      books.assertRight();
    }
  }

  private static int killAgainAndAgain(Path home, Report report, Ledger ledger) {
    int port = RunningSurvey.freePort();
    RunningSurvey survey = RunningSurvey.startedAt(home, port, Map.of());
    try (Load load = new Load(Duration.ofSeconds(2), ledger, List.of(survey.address()))) {
      report.warm(load);
      for (int i = 0; i < Report.times(20); i++) {
        load.awaitSeconds(3);
        long broken = System.nanoTime();
        survey.kill();
        survey = RunningSurvey.startedAt(home, port, Map.of());
        long ready = System.nanoTime();
        load.awaitSeconds(1);
        report.add(ledger, broken, broken, ready);
      }
      return load.settle();
    } finally {
      survey.kill();
    }
  }
}
