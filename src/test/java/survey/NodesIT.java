package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes are one survey: it does not matter which of them is asked. */
@TestInstance(Lifecycle.PER_CLASS)
class NodesIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  /** One for a change to be seen; a busy machine's share, too. */
  private static final Duration SECOND = Duration.ofMillis(1200);

  private final BalancedSurvey survey = new BalancedSurvey();

  @AfterAll
  void end() {
    survey.close();
  }

  @Test
  void takeFormsThatTheOtherHasGivenAndKnowWhatItHasStored() {
    String one = survey.node(1).address();
    String two = survey.node(2).address();
    int before = Respondent.count(one);
    Respondent respondent = Respondent.complaining(one);
    HttpResponse<String> sent = respondent.sendTo(two);
    String receipt = Respondent.receipt(sent);
    assertThat(Respondent.location(respondent.sendTo(one))).isEqualTo(Respondent.location(sent));
    assertThat(Respondent.location(respondent.sendTo(survey.address())))
        .isEqualTo(Respondent.location(sent));
    assertThat(Respondent.get(one + "thanks?receipt=" + receipt).body()).contains("受け付け");
    assertThat(useReceipt(one, receipt)).contains("説明がほしい");
    assertThat(Respondent.count(one)).isEqualTo(before + 1);
    assertThat(Respondent.count(two)).isEqualTo(before + 1);
  }

  @Test
  void letResponsesBeCorrectedAndWithdrawnAtEither() {
    String one = survey.node(1).address();
    String two = survey.node(2).address();
    String receipt = Respondent.receipt(Respondent.complaining(one).send());
    assertThat(
            useReceipt(
                two,
                receipt
                    + "&step=correct&version="
                    + survey.survey().stored(receipt, "version")
                    + "&choice=NOT_BOTHERED&age=AGE_40S&gender=OTHER&occupation=STUDENT&comment=two"))
        .contains("id=\"done\"", "two");
    assertThat(useReceipt(one, receipt)).contains("two").doesNotContain("説明がほしい");
    assertThat(useReceipt(one, receipt + "&step=withdraw")).contains("id=\"done\"");
    assertThat(useReceipt(two, receipt)).doesNotContain("two");
  }

  private static String useReceipt(String address, String fields) {
    return Respondent.post(
            address + "receipt", "application/x-www-form-urlencoded", "receipt=" + fields)
        .body();
  }

  @Test
  void showEachWithinASecondWhatTheOtherWasTold() {
    for (int watched = 1; watched <= 2; watched++) {
      RunningSurvey told = survey.node(3 - watched);
      try (EventStream stream = EventStream.at(survey.node(watched).address());
          EventStream balanced = EventStream.at(survey.address())) {
        int before = stream.nextCount(AT_ONCE);
        List<Duration> delays = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
          assertThat(Respondent.complaining(told.address()).send().statusCode()).isEqualTo(303);
          long stored = System.nanoTime();
          assertThat(stream.nextCount(AT_ONCE)).isEqualTo(before + i);
          delays.add(Duration.ofNanos(System.nanoTime() - stored));
        }
        int counted = before + 7;
        RunningSurvey.await(() -> balanced.nextCount(AT_ONCE) == counted, AT_ONCE);
        // The middle one: the others are the machine's.
        assertThat(delays.stream().sorted().toList().get(3)).isLessThan(SECOND);
      }
    }
  }

  @Test
  void giveRespondentsNoCookieButTheOneForHavingAnswered() {
    HttpResponse<String> sent = Respondent.complaining(survey.address()).send();
    Stream.of(
            "",
            "results",
            "about",
            "receipt",
            "api/results",
            Respondent.location(sent).substring(1))
        .map(path -> Respondent.get(survey.address() + path))
        .forEach(answer -> assertThat(answer.headers().allValues("Set-Cookie")).isEmpty());
    assertThat(sent.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .doesNotContain("survey_node");
  }

  @Test
  void letAnAdminGoOnWhenTheOneThatSignedItInIsKilled() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    String fields =
        Respondent.html(get(browser, "login")).select("main form input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + encoded(input.attr("value")) + "&")
                .collect(Collectors.joining())
            + "account=admin&password="
            + encoded(BalancedSurvey.PASSWORD);
    HttpResponse<String> signedIn =
        browser.send(
            HttpRequest.newBuilder(URI.create(survey.address() + "login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build(),
            BodyHandlers.ofString());
    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(get(browser, "admin/settings").statusCode()).isEqualTo(200);
    int node =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("survey_node"))
            .map(HttpCookie::getValue)
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElseThrow();

    String filtered = "admin/responses?wave=ORIGINAL&age=AGE_30S&choice=COMPLAIN";
    String before = listed(browser, filtered);
    assertThat(before).contains("option value=\"AGE_30S\" selected", "<td");

    survey.node(node).kill();

    assertThat(get(browser, "admin/settings").statusCode()).isEqualTo(200);
    assertThat(get(browser, "admin/").statusCode()).isEqualTo(200);
    assertThat(listed(browser, filtered)).isEqualTo(before);
    survey.start(node);
    assertThat(get(browser, "admin/settings").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(HttpClient browser, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(survey.address() + path)).build(),
        BodyHandlers.ofString());
  }

  /** The filters that a page of responses shows as set, and what it lists. */
  private String listed(HttpClient browser, String address)
      throws IOException, InterruptedException {
    return Respondent.html(get(browser, address))
        .select("main option[selected], main tbody")
        .outerHtml();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Test
  void sendTheirViewersToTheOtherWhenTheyAreToldToEnd() {
    try (EventStream stream = EventStream.at(survey.node(1).address())) {
      stream.nextData(AT_ONCE);
      CompletableFuture<Void> ending = CompletableFuture.runAsync(survey.node(1)::close);
      stream.awaitEnd(AT_ONCE);
      // The stream ended first: it still answers, and says that it will not for long.
      assertThat(Respondent.get(survey.node(1).address() + "health/ready").statusCode())
          .isEqualTo(503);
      assertThat(Respondent.complaining(survey.node(1).address()).send().statusCode())
          .isEqualTo(303);
      assertThat(RawRequest.of("GET", "/").sendTo(survey.node(1).port()).header("Connection"))
          .isEqualTo("close");
      survey.balancer().awaitNode("respondents/node1", false);
      try (EventStream next = EventStream.at(survey.address())) {
        next.nextData(AT_ONCE);
      }
      ending.join();
    }
    survey.start(1);
  }

  @Test
  void leaveNothingOfRespondentsInTheBalancersLog() {
    HttpResponse<String> sent = Respondent.complaining(survey.address()).send();
    Respondent.get(survey.address() + Respondent.location(sent).substring(1));
    RunningSurvey.await(() -> survey.balancer().log().contains("GET /thanks 200"), AT_ONCE);
    assertThat(survey.balancer().log())
        .contains("POST / 303")
        .doesNotContain(Respondent.receipt(sent), "receipt=", "?", "127.0.0.1", "::1");
  }
}
