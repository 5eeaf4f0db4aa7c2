package survey.response.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.MovedClock;
import survey.Numbers;
import survey.RunningSurvey;
import survey.ShippedWar;
import survey.response.DatabaseClock;
import survey.response.ExclusionReason;
import survey.response.Outdated;
import survey.response.Responses;

/**
 * Comments whose time is over, in the container that ships, on the real database and with a clock
 * that is moved. The year is 2020, and comments are kept for 90 days: those of the 1st of March
 * until the 30th of May.
 */
@InContainer
class RetentionIT {
  private static final int DAYS = 90;
  private static final String LAST_MOMENT = "2020-03-01 14:59:59.999999";
  private static final String NEXT_DAY = "2020-03-01 15:00:00";
  private static final Instant DUE = Instant.parse("2020-05-30T15:00:00Z");
  private static final LocalDate LAST_DAY = LocalDate.of(2020, 3, 1);

  @Inject ExpiredComments comments;
  @Inject DatabaseClock databaseClock;
  @Inject Responses responses;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  private final MovedClock clock = new MovedClock();
  private final ExecutorService nodes = Executors.newFixedThreadPool(4);

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest().addClasses(MovedClock.class, RunningSurvey.class);
  }

  @BeforeEach
  @AfterEach
  void forget() throws Exception {
    change("delete from response where submitted_at < '2021-01-01'");
    change("delete from audit_entry where action = 'COMMENTS_ERASED'");
  }

  @AfterEach
  void end() {
    nodes.shutdown();
  }

  private int change(String change, Object... values) throws Exception {
    transaction.begin();
    try {
      return tell(change, values);
    } finally {
      transaction.commit();
    }
  }

  private int tell(String change, Object... values) {
    entityManager.joinTransaction();
    var query = entityManager.createNativeQuery(change);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.executeUpdate();
  }

  /** Stores a response with a comment that is published. */
  private long add(String submittedAt) throws Exception {
    return add(submittedAt, "COUNTED", "説明がほしい");
  }

  private long add(String submittedAt, String status, String comment) throws Exception {
    change(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment, comment_public, comment_band,
                              status, key_hash, receipt_hash)
        values ('LIVE', ?, 1, 1, 0, 0, 'COMPLAIN', 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED', ?, 'APPROVED', 'BAND_10S_20S',
                ?, unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """,
        submittedAt,
        comment,
        status);
    return number("select max(id) from response where submitted_at < '2021-01-01'");
  }

  /** What a node does that keeps comments for so many days and whose clock shows this. */
  private void expireAt(int days, Instant now) {
    clock.pass(Duration.between(clock.instant(), now));
    new Expiry(new Retention(days), comments, databaseClock, clock).eraseWhatHasExpired();
  }

  private List<String> rows(String query) {
    return ((List<?>) entityManager.createNativeQuery(query).getResultList())
        .stream()
            .map(
                row ->
                    row instanceof Object[] columns
                        ? Arrays.toString(columns)
                        : String.valueOf(row))
            .toList();
  }

  private long number(String query) {
    return Long.parseLong(rows(query).get(0));
  }

  private String comment(long id) {
    return rows("select concat_ws(' ', coalesce(comment, '-'), comment_public, coalesce(comment_band, '-'), version) from response where id = "
            + id)
        .get(0);
  }

  private List<String> audit() {
    return rows(
        """
        select concat_ws(' ', coalesce(account, '-'), coalesce(response_id, '-'), selection, row_count)
        from audit_entry where action = 'COMMENTS_ERASED' order by id
        """);
  }

  @Test
  void keepsACommentForTheseDaysAndErasesItOnTheNext() throws Exception {
    long first = add(LAST_MOMENT);
    long second = add(NEXT_DAY);

    expireAt(DAYS, DUE.minusMillis(1));
    assertThat(comment(first)).isEqualTo("説明がほしい APPROVED BAND_10S_20S 0");
    assertThat(audit()).isEmpty();

    expireAt(DAYS, DUE);
    assertThat(comment(first)).isEqualTo("- NO - 1");
    assertThat(comment(second)).isEqualTo("説明がほしい APPROVED BAND_10S_20S 0");

    expireAt(DAYS, DUE.plus(Duration.ofDays(1)));
    assertThat(comment(second)).isEqualTo("- NO - 1");
    assertThat(comment(first)).as("erased once").isEqualTo("- NO - 1");
  }

  /** A day more or less: this machine's clock goes on. */
  @Test
  void erasesNothingTooEarlyWhereANodesClockIsFarAhead() throws Exception {
    long first = add(LAST_MOMENT);
    long days = ChronoUnit.DAYS.between(Instant.parse("2020-03-01T00:00:00Z"), Instant.now());

    expireAt((int) days + 2, Instant.parse("2999-01-01T00:00:00Z"));
    assertThat(comment(first)).isEqualTo("説明がほしい APPROVED BAND_10S_20S 0");

    expireAt((int) days - 2, Instant.parse("2999-01-01T00:00:00Z"));
    assertThat(comment(first)).isEqualTo("- NO - 1");
  }

  @Test
  void keepsEverythingWithoutALimit() throws Exception {
    long id = add(LAST_MOMENT);
    expireAt(0, Instant.parse("2999-01-01T00:00:00Z"));
    assertThat(comment(id)).isEqualTo("説明がほしい APPROVED BAND_10S_20S 0");
  }

  @Test
  void takesAShorterOrLongerTimeFromWhenItIsSet() throws Exception {
    long first = add("2020-03-01 03:00:00");
    long second = add("2020-03-20 03:00:00");
    expireAt(60, Instant.parse("2020-05-10T03:00:00Z"));
    assertThat(comment(first)).startsWith("- ");
    assertThat(comment(second)).startsWith("説明がほしい ");
    expireAt(90, Instant.parse("2020-05-30T03:00:00Z"));
    assertThat(comment(second)).startsWith("説明がほしい ");
    expireAt(1, Instant.parse("2020-05-30T03:00:00Z"));
    assertThat(comment(second)).startsWith("- ");
  }

  @Test
  void leavesTheAnswersAndTheCountsAsTheyAre() throws Exception {
    long id = add(LAST_MOMENT, "FLAGGED", "説明がほしい");
    String closed =
        """
        select submitted_at, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group,
               gender, occupation, status, repeated, hex(key_hash), hex(receipt_hash)
        from response where id = %d
        """
            .formatted(id);
    String tally = "select * from tally order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10";
    List<String> answersBefore = rows(closed);
    List<String> talliesBefore = rows(tally);

    expireAt(DAYS, DUE);

    assertThat(comment(id)).isEqualTo("- NO - 1");
    assertThat(rows(closed)).isEqualTo(answersBefore);
    assertThat(rows(tally)).isEqualTo(talliesBefore);
  }

  @Test
  void erasesWhateverStatusTheResponseHas() throws Exception {
    add(LAST_MOMENT, "FLAGGED", "一");
    long excluded = add(LAST_MOMENT, "COUNTED", "二");
    change(
        "update response set status = 'EXCLUDED', status_before = 'COUNTED', exclusion_reason = 'SPAM' where id = ?",
        excluded);

    expireAt(DAYS, DUE);

    assertThat(rows("select comment from response where submitted_at < '2021-01-01'"))
        .hasSize(2)
        .containsOnly("null");
    assertThat(
            rows(
                "select concat(status, status_before, exclusion_reason) from response where id = "
                    + excluded))
        .containsExactly("EXCLUDEDCOUNTEDSPAM");
  }

  @Test
  void touchesNeitherTheOriginalWaveNorWhatIsWithdrawnNorWhatHasNoComment() throws Exception {
    long silent = add(LAST_MOMENT, "COUNTED", null);
    change("update response set comment_public = 'NO', comment_band = null where id = ?", silent);
    change(
        """
        insert into response (wave, submitted_at, comment_public, status, version, key_hash, receipt_hash)
        values ('LIVE', ?, 'NO', 'WITHDRAWN', 1, unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """,
        LAST_MOMENT);
    String others =
        "select id, version, comment, comment_public from response where wave = 'ORIGINAL' or submitted_at < '2021-01-01' order by id";
    List<String> before = rows(others);
    assertThat(before).hasSize(102);

    expireAt(DAYS, DUE);

    assertThat(rows(others)).isEqualTo(before);
    assertThat(audit()).as("nothing was done").isEmpty();
  }

  @Test
  void notesHowManyAndUntilWhichDayAndNothingThatAnyoneSaid() throws Exception {
    add(LAST_MOMENT);
    add("2020-02-01 03:00:00");
    add(NEXT_DAY);

    expireAt(DAYS, DUE);

    assertThat(audit()).containsExactly("- - wave=LIVE&to=2020-03-02 2");
  }

  @Test
  void goesInSmallSteps() throws Exception {
    for (int i = 0; i < 5; i++) {
      add(LAST_MOMENT);
    }
    assertThat(comments.eraseSome(LAST_DAY, 2)).isTrue();
    assertThat(audit()).containsExactly("- - wave=LIVE&to=2020-03-02 2");
    assertThat(comments.eraseSome(LAST_DAY, 2)).isTrue();
    assertThat(comments.eraseSome(LAST_DAY, 2)).isFalse();
    assertThat(audit()).hasSize(3).last().isEqualTo("- - wave=LIVE&to=2020-03-02 1");
  }

  @Test
  void sharesTheWorkBetweenNodes() throws Exception {
    for (int i = 0; i < 60; i++) {
      add("2020-02-01 03:00:%02d".formatted(i));
    }
    List<Future<?>> attempts = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      attempts.add(
          nodes.submit(
              () -> {
                boolean mayBeMore = true;
                while (mayBeMore) {
                  mayBeMore = comments.eraseSome(LAST_DAY, 7);
                }
              }));
    }
    for (Future<?> attempt : attempts) {
      attempt.get();
    }

    assertThat(
            rows(
                "select distinct concat_ws(' ', coalesce(comment, '-'), version) from response where submitted_at < '2021-01-01'"))
        .containsExactly("- 1");
    assertThat(number("select sum(row_count) from audit_entry where action = 'COMMENTS_ERASED'"))
        .isEqualTo(60);
  }

  /** Has another node erase, and returns once it waits for what this transaction has changed. */
  private Future<Boolean> startErasing() {
    Future<Boolean> attempt = nodes.submit(() -> comments.eraseSome(LAST_DAY, 10));
    RunningSurvey.await(() -> attempt.isDone() || lockWaits() > 0, Duration.ofSeconds(20));
    assertThat(attempt).as("it does not wait").isNotDone();
    return attempt;
  }

  /** Who waits, and for whom, only the database's administrator may see. */
  private long lockWaits() {
    return status("global status like 'Innodb\\_row\\_lock\\_current\\_waits'");
  }

  private long status(String which) {
    return ((List<?>) entityManager.createNativeQuery("show " + which).getResultList())
        .stream().mapToLong(row -> Long.parseLong((String) ((Object[]) row)[1])).sum();
  }

  @Test
  void waitsForACorrectionAndErasesWhatItLeaves() throws Exception {
    long id = add(LAST_MOMENT);
    transaction.begin();
    tell("update response set comment = '書き直した', version = version + 1 where id = ?", id);
    Future<Boolean> attempt = startErasing();
    transaction.commit();

    assertThat(attempt.get()).isFalse();
    assertThat(comment(id)).isEqualTo("- NO - 2");
  }

  @Test
  void findsWithdrawnMeanwhileWhatItWasToErase() throws Exception {
    long id = add(LAST_MOMENT);
    transaction.begin();
    tell(
        """
        update response
        set stop_business = null, complain = null, forgive_if_apologised = null, not_bothered = null,
            primary_choice = null, age_group = null, gender = null, occupation = null, comment = null,
            comment_public = 'NO', comment_band = null, status = 'WITHDRAWN', version = version + 1
        where id = ?
        """,
        id);
    Future<Boolean> attempt = startErasing();
    transaction.commit();

    assertThat(attempt.get()).isFalse();
    assertThat(comment(id)).isEqualTo("- NO - 1");
    assertThat(audit()).isEmpty();
  }

  @Test
  void erasesACommentThatIsAddedLater() throws Exception {
    long id = add(LAST_MOMENT);
    expireAt(DAYS, DUE);
    change(
        "update response set comment = '書き足した', comment_public = 'REQUESTED', version = version + 1 where id = ?",
        id);
    assertThat(comment(id)).isEqualTo("書き足した REQUESTED - 2");

    expireAt(DAYS, DUE);

    assertThat(comment(id)).isEqualTo("- NO - 3");
  }

  @Test
  void isToldToWhoeverDecidesUponWhatWasThereBefore() throws Exception {
    long id = add(LAST_MOMENT);
    expireAt(DAYS, DUE);
    transaction.begin();
    try {
      assertThatThrownBy(
              () -> responses.change(id, 0, response -> response.exclude(ExclusionReason.TEST)))
          .isInstanceOf(Outdated.class);
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void readsNoMoreThanItErasesAndKeepsNobodyWaitingForLong() throws Exception {
    change(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment, comment_public, status, key_hash, receipt_hash)
        select 'LIVE', date_add('2020-01-01', interval seq second), 1, 0, 0, 0, 'STOP_BUSINESS', 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED',
               if(seq > 18000, repeat('説', 1000), null), 'NO', 'COUNTED', unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256))
        from"""
            + Numbers.between(1, 20000));
    assertThat(rowsReadToFind(50)).isBetween(50L, 60L);

    Instant begun = Instant.now();
    assertThat(comments.eraseSome(LAST_DAY, 2_000)).isTrue();
    Duration taken = Duration.between(begun, Instant.now());
    assertThat(taken).isLessThan(Duration.ofSeconds(2));

    assertThat(rowsReadToFind(2_000)).isLessThan(10);
  }

  /** In one transaction, whose connection counts. */
  private long rowsReadToFind(int most) throws Exception {
    transaction.begin();
    try {
      entityManager.joinTransaction();
      long before = rowsRead();
      long countingAlone = rowsRead() - before;
      before = rowsRead();
      comments.find(LAST_DAY, most);
      return rowsRead() - before - countingAlone;
    } finally {
      transaction.rollback();
    }
  }

  private long rowsRead() {
    return status("session status like 'Handler\\_read\\_%'");
  }
}
