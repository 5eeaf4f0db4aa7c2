package survey.response.recount;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.Numbers;
import survey.ShippedWar;
import survey.TestDatabase;
import survey.response.Retries;

/**
 * Counts that were tampered with, in the container that ships and on the real database. The
 * responses are of two days of the year 2020, by people who work for themselves; the first of the
 * days is closed.
 */
@InContainer
class RecountIT {
  private static final int STEP = 20_000;
  private static final String COLUMNS =
      "wave, status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation";
  private static final String OURS = " and age_group = 'AGE_10S' and occupation = 'SELF_EMPLOYED'";
  private static final String MENTION =
      "[LIVE, COUNTED, 1, 1, 0, 0, COMPLAIN, AGE_10S, FEMALE, SELF_EMPLOYED]";
  private static final String ORIGINAL =
      "wave = 'ORIGINAL' and primary_choice = 'COMPLAIN' and gender = 'MALE' limit 1";

  @Inject Recounting recounting;
  @Inject Recounts recounts;
  @Inject Rebuild rebuild;
  @Inject Retries retries;
  @Inject @Readiness RecountCheck check;

  @Resource(lookup = "java:app/jdbc/downloads")
  DataSource database;

  private final ExecutorService nodes = Executors.newFixedThreadPool(4);

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  /** With the counts as they should be, whatever other tests have left, and no clockwork. */
  @BeforeEach
  void open() throws Exception {
    recounting.end();
    forget();
    for (int i = 0; i < 5; i++) {
      add("2020-03-01T03:00:00", "COUNTED", "1, 1, 0, 0, 'COMPLAIN'");
      add("2020-03-02T03:00:00", "FLAGGED", "0, 0, 0, 1, 'NOT_BOTHERED'");
    }
    tell("insert into closed_day values ('2020-03-01')");
    tell(
        "insert into daily_tally values ('LIVE', '2020-03-01', 'COUNTED', 'COMPLAIN', 5, 5, 5, 0, 0)");
    putRight();
    tell("delete from audit_entry where action like 'COUNTS%'");
  }

  @AfterEach
  void forget() throws Exception {
    tell("delete from daily_tally where day < '2021-01-01'");
    tell("delete from closed_day where day < '2021-01-01'");
    tell("delete from response where submitted_at < '2021-01-01'");
    tell("delete from tally where wave = 'LIVE'" + OURS);
    tell("delete from audit_entry where action like 'COUNTS%'");
    putRight();
  }

  @AfterEach
  void end() {
    nodes.shutdownNow();
  }

  private void putRight() throws Exception {
    tell("update recount set counter = null, counting_until = null");
    recounts.ask("recount-it", true);
    recounting.countWhatIsDue(STEP);
    assertThat(recounts.last().cells()).isZero();
  }

  private void add(String at, String status, String answers) throws SQLException {
    tell(
        """
        insert into response (wave, submitted_at, comment_public, status, key_hash, receipt_hash,
                              stop_business, complain, forgive_if_apologised, not_bothered, primary_choice,
                              age_group, gender, occupation)
        values ('LIVE', '%s', 'NO', '%s', unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)),
                %s, 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED')
        """
            .formatted(at, status, answers));
    tell(
        "insert into tally (%s, n) values ('LIVE', '%s', %s, 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED', 1) on duplicate key update n = n + 1"
            .formatted(COLUMNS, status, answers));
  }

  private int tell(String change) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(change)) {
      return statement.executeUpdate();
    }
  }

  private List<String> rows(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  private Finding compare(int step, Comparison.Pause pause) throws Exception {
    try (Comparison comparison = new Comparison(database.getConnection())) {
      return comparison.compare(step, pause);
    }
  }

  private Set<String> differences() throws Exception {
    return compare(STEP, () -> {}).differences().stream()
        .map(difference -> difference.table().table() + difference.key() + difference.lacking())
        .collect(toSet());
  }

  private void assertThatAllEqualsARecount() throws SQLException {
    assertThat(rows(TestDatabase.DIFFERING_CELLS)).containsExactly("0");
    assertThat(
            rows(
                """
                select concat_ws(',', day, status, primary_choice, count(*), sum(stop_business), sum(complain),
                                 sum(forgive_if_apologised), sum(not_bothered)) line
                from response join closed_day on day = date(date_add(submitted_at, interval 9 hour))
                where status <> 'WITHDRAWN' group by day, status, primary_choice order by line
                """))
        .isEqualTo(
            rows(
                """
                select concat_ws(',', day, status, primary_choice, n, stop_business, complain,
                                 forgive_if_apologised, not_bothered) line
                from daily_tally where n > 0 order by line
                """));
  }

  @Test
  void findsNothingWhereNothingIsWrong() throws Exception {
    assertThat(differences()).isEmpty();
    assertThat(compare(STEP, () -> {}).responses())
        .isEqualTo(
            Long.parseLong(
                rows("select count(*) from response where status <> 'WITHDRAWN'").get(0)));
  }

  @Test
  void doesNotCountWhatIsWithdrawn() throws Exception {
    tell(
        """
        insert into response (wave, submitted_at, comment_public, status, key_hash, receipt_hash)
        values ('LIVE', '2020-03-01 03:00:00', 'NO', 'WITHDRAWN', unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """);
    findsNothingWhereNothingIsWrong();
  }

  private void tamper() throws SQLException {
    tell("update tally set n = n + 3 where " + ORIGINAL);
    tell("update tally set n = n - 1 where status = 'COUNTED'" + OURS);
    tell("delete from tally where status = 'FLAGGED'" + OURS);
    String other =
        "'LIVE', 'EXCLUDED', 0, 0, 1, 0, 'FORGIVE_IF_APOLOGISED', 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED'";
    tell("insert into tally (%s, n) values (%s, 2)".formatted(COLUMNS, other));
    tell(
        "insert into tally (%s, n) values (%s, 0)"
            .formatted(COLUMNS, other.replace("FEMALE", "MALE")));
  }

  @Test
  void findsTooManyTooFewMissingAndSuperfluousCellsOfBothWaves() throws Exception {
    String original =
        rows("select concat('[', concat_ws(', ', %s), ']') from tally where %s"
                .formatted(COLUMNS, ORIGINAL))
            .get(0);
    tamper();

    assertThat(differences())
        .containsExactlyInAnyOrder(
            "tally" + original + "[-3]",
            "tally" + MENTION + "[1]",
            "tally[LIVE, FLAGGED, 0, 0, 0, 1, NOT_BOTHERED, AGE_10S, FEMALE, SELF_EMPLOYED][5]",
            "tally[LIVE, EXCLUDED, 0, 0, 1, 0, FORGIVE_IF_APOLOGISED, AGE_10S, FEMALE, SELF_EMPLOYED][-2]");
    assertThat(compare(STEP, () -> {}).difference()).isEqualTo(11);
  }

  @Test
  void findsWhatIsWrongOfADayThatIsClosed() throws Exception {
    tell("update daily_tally set n = 4, forgive_if_apologised = 2 where day = '2020-03-01'");
    tell(
        "insert into daily_tally values ('LIVE', '2020-03-01', 'FLAGGED', 'COMPLAIN', 1, 0, 1, 0, 0)");
    assertThat(differences())
        .containsExactlyInAnyOrder(
            "daily_tally[LIVE, COUNTED, 2020-03-01, COMPLAIN][1, 0, 0, -2, 0]",
            "daily_tally[LIVE, FLAGGED, 2020-03-01, COMPLAIN][-1, 0, -1, 0, 0]");
  }

  @Test
  void takesADayForJapans() throws Exception {
    add("2020-03-01T14:59:59.999999", "COUNTED", "1, 1, 0, 0, 'COMPLAIN'");
    add("2020-03-01T15:00:00", "COUNTED", "1, 1, 0, 0, 'COMPLAIN'");
    assertThat(differences())
        .containsExactly("daily_tally[LIVE, COUNTED, 2020-03-01, COMPLAIN][1, 1, 1, 0, 0]");
  }

  @Test
  void goesInSmallSteps() throws Exception {
    tamper();
    AtomicInteger steps = new AtomicInteger();
    Finding inSmallOnes = compare(7, steps::incrementAndGet);
    long all = Long.parseLong(rows("select count(*) from response").get(0));
    assertThat(steps.get()).isEqualTo((int) (all / 7) + 1);
    assertThat(Set.copyOf(inSmallOnes.differences()))
        .isEqualTo(Set.copyOf(compare(STEP, () -> {}).differences()));
    assertThat(inSmallOnes.responses()).isEqualTo(all);
  }

  @Test
  void isOfOneMomentWhateverArrivesMeanwhile() throws Exception {
    Finding found =
        compare(
            7,
            () -> {
              try {
                add("2020-03-02T03:00:00", "COUNTED", "1, 0, 0, 0, 'STOP_BUSINESS'");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(found.differences()).isEmpty();
    assertThat(found.responses())
        .isLessThan(Long.parseLong(rows("select count(*) from response").get(0)));
  }

  @Test
  void putsRightWhatDiffersAndNotesWhoAskedForIt() throws Exception {
    tamper();
    tell("update daily_tally set n = 4, forgive_if_apologised = 2 where day = '2020-03-01'");

    recounts.ask("recount-it", false);
    recounting.countWhatIsDue(7);
    assertThat(recounts.last().cells()).isEqualTo(5);
    assertThat(recounts.last().difference()).isEqualTo(13);
    assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(check.call().getData().orElseThrow()).containsEntry("cells", 5L);
    assertThat(differences()).as("a recount alone changes nothing").hasSize(5);

    recounts.ask("recount-it", true);
    recounting.countWhatIsDue(7);
    assertThatAllEqualsARecount();
    LastRecount last = recounts.last();
    assertThat(last.cells()).isZero();
    assertThat(last.rebuilt()).isEqualTo(5);
    assertThat(last.isAskedFor()).isFalse();
    assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(
            rows(
                "select concat_ws(' ', account, action, row_count) from audit_entry where action like 'COUNTS%' order by id"))
        .containsExactly(
            "recount-it COUNTS_COMPARED 5",
            "recount-it COUNTS_REBUILT 5",
            "recount-it COUNTS_COMPARED 0");
  }

  /** As where so many respondents wait for the database that no more are let in. */
  @Test
  @SuppressWarnings("UnnecessaryAssignment") // No container makes this one.
  void goesOnWhereTheDatabaseRefusesItForAWhile() throws Exception {
    tamper();
    AtomicInteger refusals = new AtomicInteger(3);
    Recounts real = recounts;
    Recounting patient = new Recounting();
    patient.database = database;
    patient.rebuild = rebuild;
    patient.retries = retries;
    patient.recounts =
        new Recounts() {
          private void refuseSometimes() {
            if (refusals.getAndDecrement() > 0) {
              throw new PersistenceException(new SQLTransientConnectionException("full"));
            }
            refusals.set(1);
          }

          @Override
          public Optional<Task> begin() {
            return real.begin();
          }

          @Override
          public void goOn(Task task) {
            refuseSometimes();
            real.goOn(task);
          }

          @Override
          public void end(Task task, Finding found, int rebuilt) {
            refuseSometimes();
            real.end(task, found, rebuilt);
          }
        };
    try {
      recounts.ask("recount-it", true);
      patient.countWhatIsDue(STEP);
    } finally {
      patient.end();
    }
    assertThatAllEqualsARecount();
    assertThat(recounts.last().rebuilt()).isEqualTo(4);
    assertThat(refusals).as("each step was refused at first").hasValue(1);
  }

  @Test
  void putsThousandsOfCellsRightInSeveralTransactions() throws Exception {
    tell(
        """
        insert into tally (%s, n)
        select 'LIVE', 'EXCLUDED', seq div 64 %% 8, seq div 8 %% 8, seq %% 8, seq div 512, 'COMPLAIN', 'AGE_10S', 'MALE', 'SELF_EMPLOYED', 1
        from %s
        """
            .formatted(COLUMNS, Numbers.between(0, 1200)));
    putRight();
    assertThatAllEqualsARecount();
    assertThat(
            rows("select row_count from audit_entry where action = 'COUNTS_REBUILT' order by id"))
        .containsExactly("500", "500", "201");
  }

  @Test
  void addsToACellThatSomebodyElseHasMadeMeanwhile() throws Exception {
    tell("delete from tally where status = 'COUNTED'" + OURS);
    Task task = begin();
    Finding found = compare(STEP, () -> {});
    add("2020-03-02T03:00:00", "COUNTED", "1, 1, 0, 0, 'COMPLAIN'");
    add("2020-03-02T03:00:00", "COUNTED", "1, 1, 0, 0, 'COMPLAIN'");

    rebuild.carryOut(task, found.rebuilds(), found.differences());
    assertThatAllEqualsARecount();
  }

  private Task begin() {
    recounts.ask("recount-it", true);
    return recounts.begin().orElseThrow();
  }

  @Test
  void putsRightOnceWhereSeveralFoundTheSame() throws Exception {
    for (int round = 0; round < 10; round++) {
      tamper();
      Task task = begin();
      Finding found = compare(STEP, () -> {});
      CyclicBarrier start = new CyclicBarrier(4);
      Callable<Void> attempt =
          () -> {
            start.await();
            rebuild.carryOut(task, found.rebuilds(), found.differences());
            return null;
          };
      int failed = 0;
      for (Future<Void> one : nodes.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
        try {
          one.get();
        } catch (ExecutionException e) {
          failed++;
        }
      }
      assertThat(failed).isEqualTo(3);
      assertThatAllEqualsARecount();
      recounts.end(task, found, 4);
      tell("delete from tally where n = 0" + OURS);
    }
  }

  @Test
  void putsNothingRightThatWasFoundByOneWhoIsGivenUp() throws Exception {
    tamper();
    Task slow = begin();
    Finding found = compare(STEP, () -> {});
    tell("update recount set counting_until = utc_timestamp(6) - interval 1 microsecond");
    Task next = recounts.begin().orElseThrow();

    assertThatThrownBy(() -> rebuild.carryOut(slow, found.rebuilds(), found.differences()))
        .hasMessageContaining("another recount");
    assertThatThrownBy(() -> recounts.goOn(slow)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> recounts.end(slow, found, 0)).isInstanceOf(RuntimeException.class);
    assertThat(differences()).hasSize(4);
    recounts.goOn(next);
    assertThat(next.isRebuild()).as("what was asked of the other").isTrue();
  }

  private void lastWas(String ago) throws SQLException {
    tell("update recount set as_of = utc_timestamp(6) - interval " + ago);
  }

  @Test
  void isMadeOnceAnHourForAllNodes() throws Exception {
    assertThat(recounts.begin()).isEmpty();
    lastWas("59 minute");
    assertThat(recounts.begin()).isEmpty();
    lastWas("61 minute");
    assertThat(recounts.begin()).isPresent();
    assertThat(recounts.begin()).as("somebody is at it").isEmpty();
  }

  @Test
  void isMadeByOneOfSeveralNodesThatTryAtOnce() throws Exception {
    lastWas("2 hour");
    CyclicBarrier start = new CyclicBarrier(4);
    Callable<Boolean> node =
        () -> {
          start.await();
          return recounts.begin().isPresent();
        };
    int begun = 0;
    for (Future<Boolean> one : nodes.invokeAll(List.of(node, node, node, node))) {
      begun += one.get() ? 1 : 0;
    }
    assertThat(begun).isEqualTo(1);
  }

  @Test
  void isMadeEveryMinuteWhileThereIsADifference() throws Exception {
    tell("update recount set cells = 1");
    lastWas("50 second");
    assertThat(recounts.begin()).isEmpty();
    lastWas("61 second");
    Task task = recounts.begin().orElseThrow();
    assertThat(task.isRebuild()).as("unasked").isFalse();
    assertThat(task.askedBy()).isNull();
  }

  @Test
  void isMadeWhereAClockHasBeenPutBack() throws Exception {
    lastWas("-2 minute");
    assertThat(recounts.begin()).isPresent();
    tell("update recount set counting_until = utc_timestamp(6) + interval 1 hour");
    assertThat(recounts.begin()).as("of one who cannot be at it any more").isPresent();
  }

  @Test
  void isTakenOverFromANodeThatDied() throws Exception {
    lastWas("2 hour");
    Task dead = recounts.begin().orElseThrow();
    tell("update recount set counting_until = utc_timestamp(6) + interval 1 second");
    assertThat(recounts.begin()).isEmpty();
    tell("update recount set counting_until = utc_timestamp(6) - interval 1 microsecond");
    assertThat(recounts.begin().orElseThrow().counter()).isNotEqualTo(dead.counter());
  }

  @Test
  void isMadeAnewForWhoAsksWhileOneIsUnderWay() throws Exception {
    lastWas("2 hour");
    Task first = recounts.begin().orElseThrow();
    Finding found = compare(STEP, () -> {});
    recounts.ask("recount-it", true);
    recounts.ask("recount-it", false);
    recounts.end(first, found, 0);

    assertThat(recounts.last().isAskedFor()).isTrue();
    Task second = recounts.begin().orElseThrow();
    assertThat(second.isRebuild()).isTrue();
    assertThat(second.askedBy()).isEqualTo("recount-it");
    recounts.end(second, found, 0);
    assertThat(recounts.last().isAskedFor()).isFalse();
    assertThat(rows("select action from audit_entry where action like 'COUNTS%'"))
        .as("only what was asked for")
        .containsExactly("COUNTS_COMPARED");
  }
}
