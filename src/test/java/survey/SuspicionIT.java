package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import survey.results.KnownSurvey;

/** What looks like a machine's response is kept and flagged; only a flood is put off. */
class SuspicionIT {
  private static final int LIMIT = 20;
  private static final Duration PLAUSIBLE = Duration.ofSeconds(4);

  private static KnownSurvey survey;
  private static RunningSurvey watching;

  @BeforeAll
  static void start() {
    survey = new KnownSurvey();
    watching = survey.anotherNode(Map.of("SURVEY_RATE_LIMIT", String.valueOf(LIMIT)));
  }

  @AfterAll
  static void stop() {
    watching.close();
    survey.close();
  }

  private static String statusOf(HttpResponse<String> answer) {
    return survey.stored(Respondent.receipt(answer), "status");
  }

  /** A form that has been open for as long as a quick person takes. */
  private static Respondent unhurried() {
    Respondent respondent = Respondent.complaining(watching.address());
    Instant opened = Instant.now();
    RunningSurvey.await(
        () -> Instant.now().isAfter(opened.plus(PLAUSIBLE)), PLAUSIBLE.multipliedBy(5));
    return respondent;
  }

  @Test
  void countsWhoTakesTheirTime() {
    assertThat(statusOf(unhurried().send())).isEqualTo("COUNTED");
  }

  @Test
  void flagsWhoIsTooQuickAndCountsThemAllTheSame() {
    int before = Respondent.count(watching.address());
    assertThat(statusOf(Respondent.complaining(watching.address()).send())).isEqualTo("FLAGGED");
    assertThat(Respondent.count(watching.address())).isEqualTo(before + 1);
  }

  @Test
  void flagsWhoFillsInWhatNobodySees() {
    assertThat(statusOf(unhurried().with("website", "https://example.com").send()))
        .isEqualTo("FLAGGED");
  }

  @Test
  void flagsWhoSaysNothingOrSomethingElseOfWhenTheFormWasOpened() {
    assertThat(statusOf(unhurried().with("opened").send())).isEqualTo("FLAGGED");
    assertThat(statusOf(unhurried().with("opened", "1.AAAAAAAAAAAAAAAA").send()))
        .isEqualTo("FLAGGED");
  }

  @Test
  void keepsWhenTheFormWasOpenedWhereItIsShownAgain() {
    Respondent respondent = Respondent.complaining(watching.address()).with("age");
    String opened = respondent.value("opened");
    assertThat(opened).isNotEmpty();
    HttpResponse<String> refused = respondent.send();
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Respondent.html(refused).expectFirst("[name=opened]").attr("value"))
        .isEqualTo(opened);
  }

  @Test
  void putsOffAFloodAloneAndKeepsWhatWasTyped() {
    try (RunningSurvey flooded = survey.anotherNode(Map.of("SURVEY_RATE_LIMIT", "3"))) {
      HttpResponse<String> answer = null;
      Respondent respondent = null;
      for (int i = 0; i <= 30; i++) {
        respondent = Respondent.complaining(flooded.address()).with("comment", "たくさん");
        answer = respondent.send();
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("60");
      var page = Respondent.html(answer);
      assertThat(page.expectFirst("#error-summary").text()).contains("まだ保存していません");
      assertThat(page.expectFirst("textarea").wholeText().strip()).isEqualTo("たくさん");
      assertThat(page.select("[name=age][checked]").eachAttr("value")).containsExactly("AGE_30S");
      assertThat(page.expectFirst("[name=key]").attr("value")).isEqualTo(respondent.key());
      assertThat(survey.ask("select count(*) from response where comment = 'たくさん'"))
          .isEqualTo("30");
    }
  }

  @Test
  void doesNotTakeForAFloodWhatCouldNotBeStored() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (RunningSurvey alone =
        RunningSurvey.startedAt(
            RunningSurvey.freshHome("frozen"), Map.of("SURVEY_RATE_LIMIT", "1"))) {
      Respondent respondent = Respondent.complaining(alone.address());
      alone.freezeDatabase();
      try {
        Callable<Integer> sending = () -> respondent.send().statusCode();
        for (Future<Integer> answer : clients.invokeAll(Collections.nCopies(11, sending))) {
          assertThat(answer.get()).isEqualTo(503);
        }
      } finally {
        alone.thawDatabase();
        clients.shutdownNow();
      }
      RunningSurvey.await(() -> respondent.send().statusCode() == 303, Duration.ofSeconds(30));
    }
  }

  @Test
  void remembersInTheBrowserOnlyThatAResponseWasSent() {
    HttpResponse<String> form = Respondent.get(watching.address());
    assertThat(form.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(Respondent.html(form).select("#answered")).isEmpty();

    HttpResponse<String> sent = Respondent.complaining(watching.address()).send();
    assertThat(sent.headers().allValues("Set-Cookie"))
        .containsExactly("answered=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
    HttpResponse<String> again = Respondent.getWithCookie(watching.address(), "answered=1");
    assertThat(Respondent.html(again).expectFirst("#answered").text())
        .startsWith("このブラウザからは、すでに回答が送信されています。");
    assertThat(Respondent.html(again).select("form [name=send]")).hasSize(1);
  }
}
