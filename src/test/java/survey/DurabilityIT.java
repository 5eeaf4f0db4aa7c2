package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
      Set<Respondent> acknowledged =
          answersDuring(survey, DurabilityIT::killDatabaseAndAwaitAnother);

      assertEachStoredOnce(survey, acknowledged);
      assertThat(Respondent.complaining(survey.address()).send().statusCode()).isEqualTo(303);
    }
  }

  private static void killDatabaseAndAwaitAnother(RunningSurvey survey) {
    ProcessHandle killed = survey.database().orElseThrow();
    killed.destroyForcibly();
    RunningSurvey.await(
        () ->
            survey
                .database()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != killed.pid())
                .isPresent(),
        RECOVERY);
    RunningSurvey.await(() -> isReady(survey), RECOVERY);
  }

  private void answerWhile(Consumer<RunningSurvey> end) {
    RunningSurvey first = RunningSurvey.startedAt(home, Map.of());
    Set<Respondent> acknowledged = answersDuring(first, end);

    try (RunningSurvey next = RunningSurvey.startedAt(home, Map.of())) {
      assertEachStoredOnce(next, acknowledged);
    }
  }

  /** Four respondents answer again and again; returns those who were told that they had. */
  private static Set<Respondent> answersDuring(
      RunningSurvey survey, Consumer<RunningSurvey> trouble) {
    Set<Respondent> acknowledged = ConcurrentHashMap.newKeySet();
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    ExecutorService people = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      people.execute(() -> answerUntilTold(survey.address(), acknowledged, statuses));
    }
    RunningSurvey.await(() -> acknowledged.size() >= 40, RECOVERY);
    trouble.accept(survey);
    int before = acknowledged.size();
    RunningSurvey.await(
        () -> acknowledged.size() >= before + 20 || !survey.server().isAlive(), RECOVERY);
    people.shutdownNow();
    try {
      assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(statuses).as("a response is stored, or its form shown again").isSubsetOf(303, 503);
    return acknowledged;
  }

  private static void answerUntilTold(
      String address, Set<Respondent> acknowledged, Set<Integer> statuses) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Respondent respondent = Respondent.complaining(address);
        HttpResponse<String> answer = respondent.send();
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 303) {
          acknowledged.add(respondent.received(Respondent.location(answer)));
        }
      }
    } catch (RuntimeException e) {
      // The server has gone: nothing more is acknowledged.
    }
  }

  private static boolean isReady(RunningSurvey survey) {
    return Respondent.get(survey.address() + "health/ready").statusCode() == 200;
  }

  /** Sending an acknowledged form again gets its receipt and stores nothing. */
  private static void assertEachStoredOnce(RunningSurvey survey, Set<Respondent> acknowledged) {
    int stored = Respondent.count(survey.address());
    assertThat(stored).isGreaterThanOrEqualTo(acknowledged.size());
    for (Respondent respondent : acknowledged) {
      HttpResponse<String> again = respondent.sendTo(survey.address());
      assertThat(Respondent.location(again)).isEqualTo(respondent.receivedAt());
    }
    assertThat(Respondent.count(survey.address())).isEqualTo(stored);
  }
}
