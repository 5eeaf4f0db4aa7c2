package survey.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.ShippedWar;
import survey.TestDatabase;
import survey.questionnaire.Choice;
import survey.results.Results;
import survey.results.Seed;

/** The row and its cell, in the container that ships and on the real database. */
@InContainer
class ReceptionIT {
  private static final String LATE =
      """
      select primary_choice, n, stop_business, complain, forgive_if_apologised, not_bothered
      from daily_tally where day = '2019-03-01'
      """;

  /** MariaDB's number and MySQL's. */
  private static final List<Integer> CHECK_VIOLATED = List.of(4025, 3819);

  @Inject Secrets secrets;
  @Inject Reception reception;
  @Inject Responses responses;
  @Inject Tallies tallies;
  @Inject Secret secret;
  @Inject OwnResponse own;
  @Inject Results results;
  @Inject Seed seed;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  private static Draft draft(String comment) {
    return Draft.of(
        Map.of(
            "choice", new String[] {"STOP_BUSINESS", "FORGIVE_IF_APOLOGISED"},
            "primary", new String[] {"STOP_BUSINESS"},
            "age", new String[] {"AGE_70S"},
            "gender", new String[] {"OTHER"},
            "occupation", new String[] {"STUDENT"},
            "comment", new String[] {comment},
            "comment_public", new String[] {"1"}));
  }

  private long live() {
    return results.summary().live().n();
  }

  private void assertThatTheCubeEqualsARecount() {
    assertThat(entityManager.createNativeQuery(TestDatabase.DIFFERING_CELLS).getSingleResult())
        .hasToString("0");
  }

  private List<String> rows(String query) {
    return ((List<?>) entityManager.createNativeQuery(query).getResultList())
        .stream().map(row -> Arrays.toString((Object[]) row)).toList();
  }

  @Test
  void storesARowAndItsCellTogether() {
    long before = live();
    Instant earliest = Instant.now().truncatedTo(ChronoUnit.MICROS);

    Receipt receipt =
        reception.receive(Key.mint(), draft(" 𠮷\n😀=1+1\t"), Status.COUNTED).receipt();

    Response response = responses.find(receipt).orElseThrow();
    assertThat(response.getChoices())
        .containsExactly(Choice.STOP_BUSINESS, Choice.FORGIVE_IF_APOLOGISED);
    assertThat(response.getPrimaryChoice()).isEqualTo(Choice.STOP_BUSINESS);
    assertThat(response.getComment()).isEqualTo(" 𠮷\n😀=1+1\t");
    assertThat(response.getCommentPublic()).isEqualTo(CommentPublication.REQUESTED);
    assertThat(response.getSubmittedAt()).isBetween(earliest, Instant.now());
    assertThat(live()).isEqualTo(before + 1);
    assertThatTheCubeEqualsARecount();
  }

  @Test
  void storesTimesInUtcWhateverTheServersZone() {
    Receipt receipt = reception.receive(Key.mint(), draft(""), Status.COUNTED).receipt();

    Object seconds =
        entityManager
            .createNativeQuery(
                "select abs(timestampdiff(second, submitted_at, utc_timestamp())) from response where receipt_hash = ?")
            .setParameter(1, receipt.hash())
            .getSingleResult();
    assertThat(((Number) seconds).longValue()).isLessThan(60);
  }

  @Test
  void countsOneResponsePerKey() {
    long before = live();
    Key key = Key.mint();

    Receipt first = reception.receive(key, draft("first"), Status.COUNTED).receipt();
    Receipt second = reception.receive(key, draft("second"), Status.COUNTED).receipt();

    assertThat(second).isEqualTo(first);
    assertThat(responses.find(first).orElseThrow().getComment()).isEqualTo("first");
    assertThat(responses.find(first).orElseThrow().isRepeated()).isTrue();
    assertThat(live()).isEqualTo(before + 1);
    assertThatTheCubeEqualsARecount();
  }

  @Test
  void saysOfNoFirstSendingThatItWasRepeated() {
    Receipt receipt = reception.receive(Key.mint(), draft("once"), Status.COUNTED).receipt();
    assertThat(responses.find(receipt).orElseThrow().isRepeated()).isFalse();
  }

  @Test
  void keepsCubeAndRowsEqualWhileManyAnswer() throws Exception {
    long before = live();
    ExecutorService people = Executors.newFixedThreadPool(8);
    List<Key> keys = Stream.generate(Key::mint).limit(150).toList();
    List<Future<?>> answers =
        Stream.concat(keys.stream(), keys.stream().limit(50))
            .<Future<?>>map(
                key ->
                    people.submit(
                        () -> reception.receive(key, draft(""), Status.COUNTED).receipt()))
            .toList();
    for (Future<?> answer : answers) {
      answer.get();
    }
    people.shutdown();

    assertThat(live()).isEqualTo(before + 150);
    assertThatTheCubeEqualsARecount();
  }

  @Test
  void storesNeitherRowNorCellWhenTheTransactionIsRolledBack() throws Exception {
    long before = live();
    Key key = Key.mint();
    transaction.begin();
    try {
      entityManager.joinTransaction();
      Response lost =
          new Response(
              draft("lost"), Status.COUNTED, key, new Receipt("0".repeat(16)), Instant.now());
      entityManager.persist(lost);
      entityManager.flush();
      tallies.add(lost.getSubmittedAt(), Cell.of(lost).orElseThrow());
      assertThat(live()).isEqualTo(before + 1);
    } finally {
      transaction.rollback();
    }

    assertThat(responses.contains(key)).isFalse();
    assertThat(live()).isEqualTo(before);
    assertThatTheCubeEqualsARecount();
  }

  @Test
  void countsWhatANodeWithASlowClockStoresIntoADayThatIsClosed() throws Exception {
    Instant late = Instant.parse("2019-03-01T14:59:59Z");
    Key key = Key.mint();
    Receipt receipt = Receipt.of(key, secret);
    inATransaction("insert into closed_day (day) values ('2019-03-01')");
    try {
      responses.add(new Response(draft("late"), Status.COUNTED, key, receipt, late));
      assertThat(rows(LATE)).containsExactly("[STOP_BUSINESS, 1, 1, 0, 1, 0]");
      assertThatTheCubeEqualsARecount();

      own.withdraw(receipt);
      assertThat(rows(LATE)).containsExactly("[STOP_BUSINESS, 0, 0, 0, 0, 0]");
    } finally {
      inATransaction("delete from daily_tally where day = '2019-03-01'");
      inATransaction("delete from closed_day where day = '2019-03-01'");
      inATransaction("delete from response where submitted_at < '2019-03-02'");
    }
  }

  private void inATransaction(String change) throws Exception {
    transaction.begin();
    entityManager.joinTransaction();
    entityManager.createNativeQuery(change).executeUpdate();
    transaction.commit();
  }

  @Test
  void letsTheDatabaseRefuseWhatTheFormWouldRefuse() {
    assertRefused("stop_business = 2");
    assertRefused("complain = null");
    assertRefused("not_bothered = 1");
    assertRefused("primary_choice = 'COMPLAIN'");
    assertRefused("primary_choice = 'SUE'");
    assertRefused("primary_choice = null");
    assertRefused("age_group = 'AGE_90S'");
    assertRefused("age_group = null");
    assertRefused("gender = ''");
    assertRefused("occupation = 'x'");
    assertRefused("comment = repeat('𠮷', 1001)");
    assertRefused("comment_public = 'YES'");
    assertRefused("status = 'x'");
    assertRefused("status = 'WITHDRAWN'");
    assertRefused("wave = 'ORIGINAL'");
    assertRefused("original_no = 5");
    assertRefused("submitted_at = null");
    assertRefused("key_hash = null");
  }

  private void assertRefused(String change) {
    Receipt receipt = reception.receive(Key.mint(), draft("x"), Status.COUNTED).receipt();
    assertThatThrownBy(() -> update(change, receipt))
        .as(change)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class,
            violation -> assertThat(violation.getErrorCode()).isIn(CHECK_VIOLATED));
    assertThat(responses.find(receipt).orElseThrow().getComment()).isEqualTo("x");
  }

  private int update(String change, Receipt receipt) throws Exception {
    transaction.begin();
    try {
      entityManager.joinTransaction();
      return entityManager
          .createNativeQuery("update response set " + change + " where receipt_hash = ?")
          .setParameter(1, receipt.hash())
          .executeUpdate();
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void letsAWithdrawnRowStayBare() throws Exception {
    Receipt receipt = reception.receive(Key.mint(), draft("x"), Status.COUNTED).receipt();
    int updated =
        update(
            "status = 'WITHDRAWN', comment = null, stop_business = null, complain = null,"
                + " forgive_if_apologised = null, not_bothered = null, primary_choice = null,"
                + " age_group = null, gender = null, occupation = null",
            receipt);
    assertThat(updated).isEqualTo(1);
  }

  @Test
  void keepsNeitherKeyNorReceiptInTheDatabase() {
    Key key = Key.mint();
    Receipt receipt = reception.receive(key, draft("x"), Status.COUNTED).receipt();
    Object[] row =
        (Object[])
            entityManager
                .createNativeQuery("select key_hash, receipt_hash from response where key_hash = ?")
                .setParameter(1, key.hash())
                .getSingleResult();

    assertThat((byte[]) row[0]).isEqualTo(key.hash()).isNotEqualTo(key.text().getBytes(UTF_8));
    assertThat((byte[]) row[1]).isEqualTo(receipt.hash());
  }

  @Test
  void provesTheSeed() throws Exception {
    assertThat(seed.differences()).isEmpty();
  }

  @Test
  void reportsAChangedSeed() throws Exception {
    assertReported(
        "update response set comment = concat(comment, ' ') where original_no = 7", "a comment");
    assertReported(
        "update response set comment = replace(comment, '\\n', '\\r\\n') where original_no = 20",
        "a comment");
    assertReported("update response set gender = 'MALE' where original_no = 1", "a comment");
    assertReported("delete from response where original_no = 50", "99 responses");
    assertReported("update published_tally set base_n = 99", "its tally");
    assertReported("update published_tally set complain = 55", "its tally");
    assertReported("update tally set n = n + 1 where wave = 'ORIGINAL' limit 1", "its tally");
    assertThat(seed.differences()).isEmpty();
  }

  private void assertReported(String change, String sentence) throws Exception {
    transaction.begin();
    try {
      entityManager.joinTransaction();
      assertThat(entityManager.createNativeQuery(change).executeUpdate()).isEqualTo(1);
      assertThat(seed.differences())
          .as(change)
          .anySatisfy(difference -> assertThat(difference).contains(sentence));
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void listsTheOriginalCommentsInTheSourcesOrder() {
    List<Response> original =
        entityManager
            .createQuery(
                "select r from Response r where r.originalNo is not null order by r.originalNo",
                Response.class)
            .getResultList();

    assertThat(original).hasSize(100);
    assertThat(original.get(0).getComment()).startsWith("そういう世界だと思います。");
    assertThat(original.get(19).getComment().lines()).hasSize(6).contains("");
    assertThat(original.get(95).getComment().lines()).hasSize(8);
    assertThat(original.get(67).getComment()).isEqualTo(original.get(49).getComment());
    assertThat(original.get(99).getComment()).endsWith("そうでもない限りは無視します。");
    assertThat(original)
        .allSatisfy(
            response ->
                assertThat(response.getChoices()).containsExactly(response.getPrimaryChoice()));
  }

  @Test
  void makesASecretOnceAndSharesItAmongNodes() throws Exception {
    withoutASecret(
        () -> {
          byte[] first = started(Optional.empty()).authenticate("text");
          assertThat(started(Optional.empty()).authenticate("text")).isEqualTo(first);
          assertThatThrownBy(() -> started(Optional.of("given")))
              .hasMessageContaining("SURVEY_SECRET is not the one");
        });
  }

  @Test
  void keepsAGivenSecretAsAFingerprintAlone() throws Exception {
    withoutASecret(
        () -> {
          started(Optional.of("given"));
          assertThat(rows("select id, secret from receipt_secret")).containsExactly("[1, null]");
        });
  }

  /** And with it all locks of a node that is cut off in the middle of a transaction. */
  @Test
  void isGivenUpByTheDatabaseAfterTenSecondsOfSilence() {
    assertThat(session("wait_timeout")).isEqualTo(10);
  }

  /** Where a node gives a statement up that waits, the server goes on with it, locks and all. */
  @Test
  void waitsForALockNoLongerThanForAnAnswer() {
    assertThat(Duration.ofSeconds(session("innodb_lock_wait_timeout")))
        .isLessThan(Duration.ofSeconds(3));
  }

  private long session(String variable) {
    Object value =
        entityManager.createNativeQuery("select @@session." + variable).getSingleResult();
    return ((Number) value).longValue();
  }

  @Test
  void refusesToStartWithAnotherSecret() throws Exception {
    withoutASecret(
        () -> {
          started(Optional.of("given"));
          assertThatThrownBy(() -> started(Optional.of("changed")))
              .hasMessageContaining("SURVEY_SECRET is not the one");
          assertThatThrownBy(() -> started(Optional.empty()))
              .hasMessageContaining("SURVEY_SECRET is missing");
        });
  }

  private Secret started(Optional<String> given) {
    entityManager.clear();
    Secret secret = new Secret(given, secrets, new Retries());
    secret.establish(null);
    return secret;
  }

  private void withoutASecret(Runnable test) throws Exception {
    transaction.begin();
    try {
      entityManager.joinTransaction();
      entityManager.createNativeQuery("delete from receipt_secret").executeUpdate();
      test.run();
    } finally {
      transaction.rollback();
    }
  }
}
