package survey.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;

/** The database's process is killed; the launcher starts it again. */
class DatabaseKilledIT {
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("database-killed");
    Report report = new Report();
    try (Ledger ledger = Ledger.beside(home)) {
      int forms = killAgainAndAgain(home, report, ledger);
      Books books = Books.of(home, ledger, forms);
      report.write("database killed (`kill -9`)", books, ledger);
      books.assertRight();
    }
  }

  private static int killAgainAndAgain(Path home, Report report, Ledger ledger) {
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of());
        Load load = new Load(Duration.ofSeconds(2), ledger, List.of(survey.address()))) {
      report.warm(load);
      for (int i = 0; i < Report.times(20); i++) {
        load.awaitSeconds(3);
        ProcessHandle database = survey.database().orElseThrow();
        long broken = System.nanoTime();
        database.destroyForcibly();
        database.onExit().join();
        Health.awaitReady(survey.address(), RECOVERY);
        long ready = System.nanoTime();
        load.awaitSeconds(1);
        report.add(ledger, broken, broken, ready);
      }
      return load.settle();
    }
  }
}
