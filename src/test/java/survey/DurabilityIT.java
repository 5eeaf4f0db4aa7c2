package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Whatever ends while people answer, what was acknowledged is there, and the next start works
 * without help.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DurabilityIT {
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  private final Path home = RunningSurvey.freshHome("durability");

  @Test
  void losesNothingWhenToldToStop() {
    answerWhile(RunningSurvey::close);
  }

  @Test
  void losesNothingWhenTheServerIsKilled() {
    answerWhile(RunningSurvey::kill);
  }

  @Test
  void losesNothingWhenTheDatabaseIsKilledAndComesBackByItself() {
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of())) {
      answersDuring(survey, DurabilityIT::killDatabaseAndAwaitAnother)
          .assertEachStoredOnceAt(survey);
      assertThat(Respondent.complaining(survey.address()).send().statusCode()).isEqualTo(303);
    }
  }

  private static void killDatabaseAndAwaitAnother(RunningSurvey survey) {
    ProcessHandle killed = survey.database().orElseThrow();
    killed.destroyForcibly();
    RunningSurvey.await(
        () -> survey.database().filter(database -> database.pid() != killed.pid()).isPresent(),
        RECOVERY);
    RunningSurvey.await(() -> isReady(survey), RECOVERY);
  }

  private static boolean isReady(RunningSurvey survey) {
    return Respondent.get(survey.address() + "health/ready").statusCode() == 200;
  }

  @Test
  void keepsTheFormWhileTheDatabaseHangsAndStoresItOnceAfterwards() throws Exception {
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of())) {
      int before = Respondent.count(survey.address());
      Respondent respondent = Respondent.complaining(survey.address()).with("comment_public", "1");
      Respondent again;
      survey.freezeDatabase();
      try {
        HttpResponse<String> answer = respondent.send();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("ただいま回答を保存できませんでした");
        again = respondent.shownAgain(answer);
        assertThat(again.fields()).containsExactlyInAnyOrderElementsOf(respondent.fields());
        assertThat(
                Respondent.get(survey.address() + "thanks?receipt=" + "0".repeat(16)).statusCode())
            .isEqualTo(503);
        assertThat(Respondent.get(survey.address() + "results").statusCode()).isEqualTo(503);
        assertThat(Respondent.get(survey.address() + "api/results").statusCode()).isEqualTo(503);
        assertThat(
                Respondent.get(survey.address() + "api/results/crosstab?by=age&wave=LIVE")
                    .statusCode())
            .isEqualTo(503);
        assertThat(Respondent.get(survey.address() + "health/live").statusCode()).isEqualTo(200);
        assertThat(Respondent.get(survey.address() + "health/ready").statusCode()).isEqualTo(503);
      } finally {
        survey.thawDatabase();
      }
      RunningSurvey.await(() -> isReady(survey), RECOVERY);
      assertThat(Respondent.location(again.send())).startsWith("/thanks?receipt=");
      assertThat(Respondent.count(survey.address())).isEqualTo(before + 1);
    }
  }

  private void answerWhile(Consumer<RunningSurvey> end) {
    RunningSurvey first = RunningSurvey.startedAt(home, Map.of());
    Answered answered = answersDuring(first, end);
    try (RunningSurvey next = RunningSurvey.startedAt(home, Map.of())) {
      answered.assertEachStoredOnceAt(next);
    }
  }

  /** Four respondents answer again and again, before, during and after the trouble. */
  private static Answered answersDuring(RunningSurvey survey, Consumer<RunningSurvey> trouble) {
    Answered answered =
        new Answered(
            Respondent.count(survey.address()),
            ConcurrentHashMap.newKeySet(),
            ConcurrentHashMap.newKeySet(),
            new AtomicBoolean());
    ExecutorService people = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      people.execute(() -> answered.answerAgainAndAgain(survey.address()));
    }
    answered.awaitMore(40, survey);
    trouble.accept(survey);
    answered.awaitMore(20, survey);
    // Nobody is interrupted: what is under way would be stored after it has been counted.
    answered.enough().set(true);
    people.shutdown();
    try {
      assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answered;
  }

  /**
   * What came of it.
   *
   * @param before how many responses counted before
   * @param acknowledged those who were told that their response is stored
   * @param statuses every HTTP status that was answered
   * @param enough whether everyone is to stop after the answer they are waiting for
   */
  private record Answered(
      int before, Set<Respondent> acknowledged, Set<Integer> statuses, AtomicBoolean enough) {
    void answerAgainAndAgain(String address) {
      try {
        while (!enough.get()) {
          Respondent respondent = Respondent.complaining(address);
          HttpResponse<String> answer = respondent.send();
          statuses.add(answer.statusCode());
          if (answer.statusCode() == 303) {
            acknowledged.add(respondent.received(Respondent.location(answer)));
          }
        }
      } catch (UncheckedIOException e) {
        // The server has gone: nothing more is acknowledged.
      }
    }

    void awaitMore(int more, RunningSurvey survey) {
      int goal = acknowledged.size() + more;
      RunningSurvey.await(
          () -> acknowledged.size() >= goal || !survey.server().isAlive(), RECOVERY);
    }

    /**
     * Everyone is counted; sending an acknowledged form again gets its receipt and stores nothing.
     */
    void assertEachStoredOnceAt(RunningSurvey survey) {
      assertThat(statuses).as("a response is stored, or its form shown again").isSubsetOf(303, 503);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
      int stored = Respondent.count(survey.address());
      assertThat(stored).isGreaterThanOrEqualTo(before + acknowledged.size());
      for (Respondent respondent : acknowledged) {
        HttpResponse<String> again = respondent.sendTo(survey.address());
        assertThat(Respondent.location(again)).isEqualTo(respondent.receivedAt());
      }
      assertThat(Respondent.count(survey.address())).isEqualTo(stored);
    }
  }
}
