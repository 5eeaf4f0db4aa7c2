package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import survey.RunningSurvey;
import survey.TestDatabase;

/** The same thing, broken again and again while respondents come; and what came of it. */
final class Breaking implements AutoCloseable {
  /** Until a respondent is told that nothing can be stored just now. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(12);

  private final Report report = new Report();
  private final Ledger ledger;
  private final Load load;
  private final Set<String> expected = new HashSet<>(Set.of(Load.CLEAR));

  /** Something to be broken. */
  @FunctionalInterface
  interface Fault {
    /**
     * Breaks it; all is as before when this returns.
     *
     * @return how long it took until the survey was ready again, from the breaking or, where that
     *     lasts, from its end; null where it was ready all the time
     */
    Duration happen() throws Exception;
  }

  /**
   * Lets respondents come.
   *
   * @param home of the survey; what they were told is written beside it
   * @param patience about how long who was not told that the response is stored waits before
   *     sending again
   * @param addresses where they come, in turn
   */
  Breaking(Path home, Duration patience, String... addresses) {
    ledger = Ledger.beside(home);
    load = new Load(patience, ledger, List.of(addresses));
  }

  /** The same with so many respondents a second, who read the page of thanks as well. */
  Breaking(Path home, int rate, String address) {
    ledger = Ledger.beside(home);
    load = Load.readingThanks(rate, ledger, address);
  }

  /** Breaks it once all come; so often for the report, and once for a test. */
  void repeat(int whole, Fault fault) throws Exception {
    report.warm(load);
    for (int i = 0; i < (Report.isWhole() ? whole : 1); i++) {
      load.awaitSeconds(3);
      long broken = System.nanoTime();
      Duration recovery = fault.happen();
      load.awaitSeconds(1);
      report.add(ledger, broken, recovery);
    }
  }

  /**
   * Says what else respondents may meet than the page to send again from, as where the server
   * itself goes.
   */
  void expect(String... others) {
    expected.addAll(Set.of(others));
  }

  Load load() {
    return load;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Ends respondents' coming and the survey, and compares what its own database holds. */
  void compare(String what, RunningSurvey survey) throws SQLException {
    int forms = load.settle();
    survey.close();
    try (TestDatabase database = TestDatabase.embedded(survey.home());
        Connection connection = database.connect()) {
      compare(what, forms, connection);
    }
  }

  /** Ends respondents' coming, and compares what the database that this leads to holds. */
  void compare(String what, Connection connection) throws SQLException {
    compare(what, load.settle(), connection);
  }

  private void compare(String what, int forms, Connection connection) throws SQLException {
    Books books = Books.of(connection, ledger, forms);
    report.write(what, books, ledger);
    books.assertRight();
    assertThat(expected)
        .as("what respondents met: %s", ledger.others())
        .containsAll(ledger.others().keySet());
    assertThat(ledger.longestWait())
        .as("milliseconds until the last was told to send again")
        .isLessThan(LONGEST_WAIT.toNanos() / 1e6);
  }

  @Override
  public void close() {
    load.close();
    ledger.close();
  }
}
