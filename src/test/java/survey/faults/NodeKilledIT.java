package survey.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/** One of two nodes on one database is killed and started again; the other goes on. */
class NodeKilledIT {
  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("node-killed");
    int port = RunningSurvey.freePort();
    Report report = new Report();
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("two-nodes"));
        RunningSurvey other =
            RunningSurvey.startedAt(RunningSurvey.freshHome("other-node"), database.settings());
        Ledger ledger = Ledger.beside(home)) {
      Map<String, String> settings = database.settings();
      RunningSurvey node = RunningSurvey.startedAt(home, port, settings);
      try (Load load =
          new Load(Duration.ofSeconds(1), ledger, List.of(node.address(), other.address()))) {
        report.warm(load);
        for (int i = 0; i < Report.times(10); i++) {
          load.awaitSeconds(3);
          long broken = System.nanoTime();
          node.kill();
          node = RunningSurvey.startedAt(home, port, settings);
          long ready = System.nanoTime();
          load.awaitSeconds(1);
          report.add(ledger, broken, broken, ready);
        }
        int forms = load.settle();
        Books books = Books.of(database, ledger, forms);
        report.write("one of two nodes killed (`kill -9`) and started again", books, ledger);
        books.assertRight();
      } finally {
        node.close();
      }
    }
  }
}
