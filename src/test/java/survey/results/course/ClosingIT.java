package survey.results.course;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.ShippedWar;
import survey.questionnaire.Choice;
import survey.questionnaire.Japan;

/** Days that end, in the container that ships and on the real database. The year is 2020. */
@InContainer
class ClosingIT {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  @Inject Closing closing;
  @Inject DailyTallies dailyTallies;
  @Inject DayReader reader;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  private final ExecutorService nodes = Executors.newFixedThreadPool(4);

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  @AfterEach
  void forget() throws Exception {
    nodes.shutdown();
    transaction.begin();
    for (String table :
        List.of("daily_tally", "closed_day", "response where submitted_at < '2021-01-01'")) {
      tell("delete from " + table);
    }
    tell("delete from tally where occupation = 'SELF_EMPLOYED' and wave = 'LIVE'");
    transaction.commit();
  }

  private int tell(String change, Object... values) {
    entityManager.joinTransaction();
    var query = entityManager.createNativeQuery(change);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.executeUpdate();
  }

  /** Stores a response of someone who chose to complain and to stop business. */
  private void add(String submittedAt, String status, Choice primary) throws Exception {
    transaction.begin();
    insert(submittedAt, status, primary);
    transaction.commit();
  }

  private void insert(String submittedAt, String status, Choice primary) {
    tell(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment_public, status, key_hash, receipt_hash)
        values ('LIVE', ?, 1, 1, 0, 0, ?, 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED', 'NO', ?,
                unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """,
        Timestamp.from(Instant.parse(submittedAt)),
        primary.name(),
        status);
    tell(
        """
        insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                           primary_choice, age_group, gender, occupation, n)
        values ('LIVE', ?, 1, 1, 0, 0, ?, 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED', 1)
        on duplicate key update n = n + 1
        """,
        status,
        primary.name());
  }

  private void complain(String submittedAt) throws Exception {
    add(submittedAt, "COUNTED", Choice.COMPLAIN);
  }

  /** What a node does whose clock shows this. */
  private void closeAt(String moment) {
    closing.closeDaysThatAreOver(Instant.parse(moment));
  }

  private List<String> closedDays() {
    List<?> days =
        entityManager
            .createNativeQuery("select cast(day as char) from closed_day order by day")
            .getResultList();
    return days.stream().map(String::valueOf).toList();
  }

  private List<String> cells() {
    return ((List<?>)
            entityManager
                .createNativeQuery(
                    """
                    select cast(day as char) at, wave, status, primary_choice, n,
                           stop_business, complain, forgive_if_apologised, not_bothered
                    from daily_tally order by at, status, primary_choice
                    """)
                .getResultList())
        .stream().map(row -> Arrays.toString((Object[]) row)).toList();
  }

  @Test
  void endNoDayTooEarlyWhereANodesClockIsFarAhead() throws Exception {
    String today = LocalDate.now(Japan.ZONE).toString();
    transaction.begin();
    tell("insert into closed_day values (?)", today);
    transaction.commit();

    closing.closeDaysThatAreOver(Instant.now().plus(Duration.ofDays(3)));
    assertThat(closedDays()).containsExactly(today);
  }

  @Test
  void endDaysHalfAnHourAfterMidnightInJapan() throws Exception {
    complain("2020-03-01T14:59:59.999999Z");
    complain("2020-03-01T15:00:00Z");

    closeAt("2020-03-01T15:29:59.999Z");
    assertThat(closedDays()).isEmpty();

    closeAt("2020-03-01T15:30:00Z");
    assertThat(closedDays()).containsExactly("2020-03-01");
    assertThat(cells()).containsExactly("[2020-03-01, LIVE, COUNTED, COMPLAIN, 1, 1, 1, 0, 0]");
  }

  @Test
  void closeDaysWithoutAResponseToo() throws Exception {
    complain("2020-03-01T03:00:00Z");
    complain("2020-03-04T03:00:00Z");

    closeAt("2020-03-06T03:00:00Z");

    assertThat(closedDays())
        .containsExactly("2020-03-01", "2020-03-02", "2020-03-03", "2020-03-04", "2020-03-05");
    assertThat(cells())
        .containsExactly(
            "[2020-03-01, LIVE, COUNTED, COMPLAIN, 1, 1, 1, 0, 0]",
            "[2020-03-04, LIVE, COUNTED, COMPLAIN, 1, 1, 1, 0, 0]");
    assertThat(dailyTallies.firstOpenDay()).contains(LocalDate.of(2020, 3, 6));
  }

  @Test
  void countByStatusAndPrimaryChoiceWithoutTheWithdrawn() throws Exception {
    complain("2020-03-01T03:00:00Z");
    complain("2020-03-01T04:00:00Z");
    add("2020-03-01T05:00:00Z", "FLAGGED", Choice.STOP_BUSINESS);
    add("2020-03-01T06:00:00Z", "EXCLUDED", Choice.COMPLAIN);
    transaction.begin();
    tell(
        """
        insert into response (wave, submitted_at, comment_public, status, key_hash, receipt_hash)
        values ('LIVE', '2020-03-01 07:00:00', 'NO', 'WITHDRAWN',
                unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """);
    transaction.commit();

    closeAt("2020-03-02T03:00:00Z");

    assertThat(cells())
        .containsExactly(
            "[2020-03-01, LIVE, COUNTED, COMPLAIN, 2, 2, 2, 0, 0]",
            "[2020-03-01, LIVE, EXCLUDED, COMPLAIN, 1, 1, 1, 0, 0]",
            "[2020-03-01, LIVE, FLAGGED, STOP_BUSINESS, 1, 1, 1, 0, 0]");
  }

  @Test
  void closeADayOnce() throws Exception {
    complain("2020-03-01T03:00:00Z");
    assertThat(dailyTallies.close(FIRST)).isTrue();
    List<String> cells = cells();

    complain("2020-03-01T04:00:00Z");
    assertThat(dailyTallies.close(FIRST)).isFalse();
    assertThat(cells()).isEqualTo(cells).hasSize(1);
  }

  @Test
  void letSeveralNodesTryAtOnce() throws Exception {
    for (int day = 1; day <= 9; day++) {
      complain("2020-03-0" + day + "T03:00:00Z");
    }
    List<Future<?>> attempts = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      attempts.add(nodes.submit(() -> closeAt("2020-03-10T03:00:00Z")));
    }
    for (Future<?> attempt : attempts) {
      attempt.get();
    }

    assertThat(closedDays()).hasSize(9);
    assertThat(cells()).hasSize(9).allSatisfy(cell -> assertThat(cell).endsWith("1, 1, 1, 0, 0]"));
  }

  @Test
  void waitForAResponseThatIsBeingStored() throws Exception {
    complain("2020-03-01T03:00:00Z");
    transaction.begin();
    insert("2020-03-01T14:59:59Z", "COUNTED", Choice.COMPLAIN);
    Future<Boolean> attempt = nodes.submit(() -> dailyTallies.close(FIRST));

    // Longer than a page may wait for a lock.
    assertThatThrownBy(() -> attempt.get(4, SECONDS)).isInstanceOf(TimeoutException.class);
    transaction.commit();

    assertThat(attempt.get()).isTrue();
    assertThat(cells()).containsExactly("[2020-03-01, LIVE, COUNTED, COMPLAIN, 2, 2, 2, 0, 0]");
  }

  @Test
  void loseNoResponseBetweenTwoDays() throws Exception {
    Count before = reader.read(FIRST).open();
    complain("2020-03-01T03:00:00Z");
    complain("2020-03-03T03:00:00Z");
    add("2020-03-03T03:00:00Z", "FLAGGED", Choice.COMPLAIN);
    add("2020-03-03T03:00:00Z", "EXCLUDED", Choice.COMPLAIN);
    assertThat(reader.read(FIRST).open().n()).isEqualTo(before.n() + 3);

    closeAt("2020-03-02T03:00:00Z");
    assertThat(reader.read(FIRST).open().n()).isEqualTo(before.n() + 2);
    assertThat(reader.read(FIRST).firstOpen()).isEqualTo(FIRST.plusDays(1));

    closeAt("2020-03-04T03:00:00Z");
    complain("2020-03-01T05:00:00Z");
    Days days = reader.read(FIRST);
    assertThat(days.closed())
        .extracting(Period::from, Period::to, period -> period.count().n())
        .containsExactly(tuple(FIRST, FIRST, 1L), tuple(FIRST.plusDays(1), FIRST.plusDays(2), 2L));
    assertThat(days.open().n()).as("with the one that came too late").isEqualTo(before.n() + 1);
    assertThat(days.open().mentions().get(Choice.STOP_BUSINESS))
        .isEqualTo(before.mentions().get(Choice.STOP_BUSINESS) + 1);
  }
}
