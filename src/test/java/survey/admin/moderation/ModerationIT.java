package survey.admin.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.ShippedWar;
import survey.questionnaire.Occupation;
import survey.response.CommentPublication;
import survey.response.ExclusionReason;
import survey.response.Response;
import survey.results.Results;
import survey.results.Tally;

/** What admins decide, in the container that ships and on the real database. */
@InContainer
class ModerationIT {
  private static final String ACCOUNT = "moderator";

  @Inject Decisions decisions;
  @Inject Results results;
  @Inject OfferedComments offered;

  @Resource(lookup = "java:app/jdbc/survey")
  DataSource database;

  private ModeratedSurvey survey;
  private long openDays;
  private long closedDays;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest().addClass(ModeratedSurvey.class);
  }

  /** A response of a day that is open, and one of a day that is closed. */
  @BeforeEach
  void fill() {
    survey = new ModeratedSurvey(database);
    survey.forget();
    closedDays = survey.add("2020-03-01T03:00:00Z", "COUNTED", "REQUESTED");
    survey.close("2020-03-01");
    openDays = survey.add("2020-03-05T03:00:00Z", "FLAGGED", "REQUESTED");
  }

  @AfterEach
  void forget() {
    survey.forget();
  }

  private static Order order(Decision decision) {
    return new Order(ACCOUNT, decision, null, false);
  }

  private static Order exclusion(ExclusionReason reason) {
    return new Order(ACCOUNT, Decision.EXCLUDE, reason, false);
  }

  /** Decides upon the response as it is, and sees to it that the counts follow. */
  private Outcome decide(Order order, long id) {
    Outcome outcome = decisions.decide(order, survey.seen(id));
    survey.assertThatTheCountsEqualARecount();
    return outcome;
  }

  private Outcome decide(Decision decision, long id) {
    return decide(order(decision), id);
  }

  private long excluded() {
    return results.summary().live().excluded();
  }

  @Test
  void takesAResponseOutForEveryReasonAndBringsItBackAsItWas() {
    for (long id : new long[] {openDays, closedDays}) {
      String before = survey.column(id, "status");
      for (ExclusionReason reason : ExclusionReason.values()) {
        Tally tally = results.summary().live();
        int version = survey.seen(id).version();

        assertThat(decide(exclusion(reason), id)).isEqualTo(Outcome.DONE);
        assertThat(survey.column(id, "concat(status, ' ', exclusion_reason, ' ', version)"))
            .isEqualTo("EXCLUDED " + reason + " " + (version + 1));
        assertThat(results.summary().live().excluded()).isEqualTo(tally.excluded() + 1);
        assertThat(results.summary().live().n()).isEqualTo(tally.n() - 1);
        assertThat(survey.audit(id)).endsWith(" RESPONSE_EXCLUDED LIVE " + reason);

        assertThat(decide(Decision.RESTORE, id)).isEqualTo(Outcome.DONE);
        assertThat(
                survey.column(id, "concat(status, coalesce(exclusion_reason, ''), ' ', version)"))
            .isEqualTo(before + " " + (version + 2));
        assertThat(results.summary().live()).isEqualTo(tally);
        assertThat(survey.audit(id)).endsWith(" RESPONSE_RESTORED LIVE null");
      }
    }
  }

  @Test
  void publishesACommentAndTakesItBack() {
    for (long id : new long[] {openDays, closedDays}) {
      Tally tally = results.summary().live();
      assertThat(decide(Decision.APPROVE, id)).isEqualTo(Outcome.DONE);
      assertThat(survey.published()).contains(id);
      assertThat(survey.audit(id)).endsWith(" COMMENT_APPROVED LIVE null");

      assertThat(decide(Decision.REOPEN, id)).isEqualTo(Outcome.DONE);
      assertThat(survey.published()).doesNotContain(id);
      assertThat(survey.column(id, "comment_public")).isEqualTo("REQUESTED");
      assertThat(survey.audit(id)).endsWith(" COMMENT_REOPENED LIVE null");

      assertThat(decide(Decision.REFUSE, id)).isEqualTo(Outcome.DONE);
      assertThat(survey.column(id, "comment_public")).isEqualTo("REFUSED");
      assertThat(survey.audit(id)).endsWith(" COMMENT_REFUSED LIVE null");
      assertThat(survey.seen(id).version()).isEqualTo(3);
      assertThat(results.summary().live()).isEqualTo(tally);
    }
  }

  @Test
  void notesWhoDidWhatAndWhenAndNothingOfWhatTheResponseSays() {
    Instant start = Instant.now();
    decide(exclusion(ExclusionReason.SPAM), openDays);
    assertThat(survey.audit(openDays)).startsWith(ACCOUNT + " ");
    assertThat(
            Duration.between(start, Instant.parse(survey.audit(openDays).split(" ", -1)[1])).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(
            survey.rows(
                "select selection from audit_entry where account = 'moderator' and selection is not null"))
        .isEmpty();
  }

  @Test
  void publishesNoCommentOfAnExcludedResponse() {
    assertThat(decide(Decision.APPROVE, openDays)).isEqualTo(Outcome.DONE);
    assertThat(decide(exclusion(ExclusionReason.TEST), openDays)).isEqualTo(Outcome.DONE);
    assertThat(survey.published()).doesNotContain(openDays);
    assertThat(decide(Decision.RESTORE, openDays)).isEqualTo(Outcome.DONE);
    assertThat(survey.published()).contains(openDays);

    assertThat(decide(exclusion(ExclusionReason.TEST), closedDays)).isEqualTo(Outcome.DONE);
    assertThat(decide(Decision.APPROVE, closedDays)).isEqualTo(Outcome.IMPOSSIBLE);
  }

  @Test
  void asksBeforeSomethingLikePersonalDataIsPublished() {
    long id = survey.add("2020-03-05T04:00:00Z", "COUNTED", "REQUESTED", "090-1234-5678まで");
    assertThat(decide(Decision.APPROVE, id)).isEqualTo(Outcome.UNCONFIRMED);
    assertThat(survey.column(id, "concat(comment_public, version)")).isEqualTo("REQUESTED0");
    assertThat(survey.audit(id)).isEmpty();
    assertThat(decide(new Order(ACCOUNT, Decision.APPROVE, null, true), id))
        .isEqualTo(Outcome.DONE);
    assertThat(survey.published()).contains(id);
  }

  @Test
  void refusesWhatIsNotForTheResponse() {
    long secret = survey.add("2020-03-05T04:00:00Z", "COUNTED", "NO");
    for (Decision decision : List.of(Decision.APPROVE, Decision.REFUSE, Decision.REOPEN)) {
      assertThat(decide(decision, secret)).isEqualTo(Outcome.IMPOSSIBLE);
    }
    assertThat(decide(Decision.RESTORE, secret)).isEqualTo(Outcome.IMPOSSIBLE);
    assertThat(decide(Decision.REOPEN, openDays)).isEqualTo(Outcome.IMPOSSIBLE);
    assertThat(decide(Decision.APPROVE, openDays)).isEqualTo(Outcome.DONE);
    assertThat(decide(Decision.APPROVE, openDays)).isEqualTo(Outcome.IMPOSSIBLE);
    assertThat(decide(exclusion(ExclusionReason.SPAM), openDays)).isEqualTo(Outcome.DONE);
    assertThat(decide(exclusion(ExclusionReason.TEST), openDays)).isEqualTo(Outcome.IMPOSSIBLE);
    assertThat(survey.column(openDays, "exclusion_reason")).isEqualTo("SPAM");
  }

  @Test
  void leavesTheOriginalAndTheWithdrawnAlone() {
    long withdrawn = survey.withdrawn("2020-03-05T05:00:00Z");
    long original = survey.number("select id from response where original_no = 1");
    for (long id : new long[] {withdrawn, original}) {
      for (Decision decision : Decision.values()) {
        Order order =
            decision == Decision.EXCLUDE ? exclusion(ExclusionReason.SPAM) : order(decision);
        assertThat(decide(order, id)).as(decision.name()).isEqualTo(Outcome.IMPOSSIBLE);
      }
      assertThat(survey.audit(id)).isEmpty();
    }
    for (String change :
        List.of(
            "status = 'EXCLUDED'", "comment_public = 'REFUSED'", "version = 1", "status = null")) {
      assertThatThrownBy(
              () -> survey.tell("update response set " + change + " where original_no = 1"))
          .isInstanceOf(Exception.class);
    }
  }

  @Test
  void tellsWhoeverComesSecond() {
    Seen seen = survey.seen(openDays);
    Order other = new Order("moderator-2", Decision.REFUSE, null, false);
    assertThat(decisions.decide(order(Decision.APPROVE), seen)).isEqualTo(Outcome.DONE);
    assertThat(decisions.decide(other, seen)).isEqualTo(Outcome.OUTDATED);
    assertThat(decisions.decide(new Order("moderator-2", Decision.APPROVE, null, false), seen))
        .as("the same by another")
        .isEqualTo(Outcome.ALREADY);
    assertThat(survey.column(openDays, "concat(comment_public, version)")).isEqualTo("APPROVED1");
    assertThat(decisions.decide(order(Decision.APPROVE), new Seen(Long.MAX_VALUE / 10, 0)))
        .isEqualTo(Outcome.OUTDATED);
  }

  @Test
  void isNotPutOutByASecondPressOfTheSameButton() {
    Seen seen = survey.seen(openDays);
    assertThat(decisions.decide(exclusion(ExclusionReason.SPAM), seen)).isEqualTo(Outcome.DONE);
    assertThat(decisions.decide(exclusion(ExclusionReason.SPAM), seen)).isEqualTo(Outcome.ALREADY);
    assertThat(decisions.decide(exclusion(ExclusionReason.TEST), seen))
        .as("another reason")
        .isEqualTo(Outcome.OUTDATED);
    assertThat(survey.column(openDays, "version")).isEqualTo("1");
    assertThat(survey.number("select count(*) from audit_entry where account = 'moderator'"))
        .isEqualTo(1);
    survey.assertThatTheCountsEqualARecount();
  }

  @Test
  void keepsTheCountsThroughAnySequence() {
    survey.forget();
    Random random = new Random(5);
    List<Long> ids =
        LongStream.range(0, 30)
            .mapToObj(
                i ->
                    survey.add(
                        "2020-03-0%dT0%d:00:00Z".formatted(1 + i % 4, i % 5),
                        i % 3 == 0 ? "FLAGGED" : "COUNTED",
                        i % 7 == 0 ? "NO" : "REQUESTED"))
            .toList();
    survey.close("2020-03-01");
    survey.close("2020-03-02");
    long before = excluded();
    int done = 0;
    for (int i = 0; i < 300; i++) {
      Decision decision = any(random, Decision.values());
      ExclusionReason reason = any(random, ExclusionReason.values());
      Order order = decision == Decision.EXCLUDE ? exclusion(reason) : order(decision);
      long id = ids.get(random.nextInt(ids.size()));
      Outcome outcome = decide(order, id);
      assertThat(outcome).isIn(Outcome.DONE, Outcome.IMPOSSIBLE);
      done += outcome == Outcome.DONE ? 1 : 0;
    }
    assertThat(done).isGreaterThan(100);
    assertThat(survey.number("select sum(version) from response where submitted_at < '2021-01-01'"))
        .isEqualTo(done);
    assertThat(survey.number("select count(*) from audit_entry where account = 'moderator'"))
        .isEqualTo(done);
    assertThat(excluded() - before)
        .isEqualTo(
            survey.number(
                "select count(*) from response where status = 'EXCLUDED' and submitted_at < '2021-01-01'"));
  }

  private static <E> E any(Random random, E[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void showsWhatWaitsOldestFirstAndWhatIsDecidedNewestFirst() {
    forget();
    int others = offered.countWaiting();
    List<Long> ids =
        LongStream.range(0, 7)
            .mapToObj(
                i -> survey.add("2020-03-0" + (1 + i / 2) + "T03:00:00Z", "COUNTED", "REQUESTED"))
            .toList();
    survey.add("2020-03-01T03:00:00Z", "EXCLUDED", "REQUESTED");
    survey.add("2020-03-01T03:00:00Z", "COUNTED", "NO");
    assertThat(offered.countWaiting()).isEqualTo(others + 7);
    assertThat(walk(CommentPublication.REQUESTED)).isEqualTo(ids);
    ids.forEach(id -> assertThat(decide(Decision.APPROVE, id)).isEqualTo(Outcome.DONE));
    assertThat(offered.countWaiting()).isEqualTo(others);
    List<Long> newestFirst = new ArrayList<>(ids);
    Collections.reverse(newestFirst);
    assertThat(walk(CommentPublication.APPROVED)).isEqualTo(newestFirst);
  }

  /** Page by page of two; among those that other tests may have left. */
  private List<Long> walk(CommentPublication publication) {
    List<Long> seen = new ArrayList<>();
    List<Response> page = offered.some(publication, null, 2);
    while (!page.isEmpty()) {
      page.stream()
          .filter(response -> response.getOccupation() == Occupation.SELF_EMPLOYED)
          .forEach(response -> seen.add(response.getId()));
      page = offered.some(publication, page.get(page.size() - 1), 2);
    }
    return seen;
  }
}
