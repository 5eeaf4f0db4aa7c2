package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import survey.results.KnownSurvey;

/** A receipt code opens one's own response, and nobody else's: to be seen, corrected, withdrawn. */
class ReceiptIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String ADDRESS = SURVEY.address();
  private static final Map<String, String> LIMITED = Map.of("SURVEY_RATE_LIMIT", "60");
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String ANSWERS =
      "concat_ws(' ', status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation)";

  private String receipt;
  private String id;

  @BeforeEach
  void respond() {
    receipt =
        Respondent.receipt(
            Respondent.complaining(ADDRESS)
                .with("comment", "説明が\nほしい")
                .with("comment_public", "1")
                .send());
    id = SURVEY.stored(receipt, "id");
  }

  private static HttpResponse<String> post(List<Map.Entry<String, String>> fields) {
    return Respondent.post(ADDRESS + "receipt", URL_ENCODED, encoded(fields));
  }

  private static String encoded(List<Map.Entry<String, String>> fields) {
    return fields.stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> step(String receipt, String step) {
    return post(List.of(Map.entry("receipt", receipt), Map.entry("step", step)));
  }

  /** The fields of the form to correct with, as a browser would send them, with another age. */
  private static List<Map.Entry<String, String>> corrected(Document page, String age) {
    FormElement form = (FormElement) page.expectFirst("form:has([name=age])");
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    form.formData().stream()
        .filter(field -> !field.key().equals("age"))
        .forEach(field -> fields.add(Map.entry(field.key(), field.value())));
    fields.add(Map.entry("age", age));
    fields.add(Map.entry("step", "correct"));
    return fields;
  }

  private static List<Map.Entry<String, String>> with(
      List<Map.Entry<String, String>> fields, String name, String value) {
    List<Map.Entry<String, String>> all = new ArrayList<>(fields);
    all.removeIf(field -> field.getKey().equals(name));
    all.add(Map.entry(name, value));
    return all;
  }

  private Document questions() {
    return Respondent.html(step(receipt, "edit"));
  }

  private String stored(String columns) {
    return SURVEY.stored(receipt, columns);
  }

  private void assertAudit(String... actions) {
    assertThat(
            SURVEY.ask(
                "select coalesce(group_concat(action order by id), '') from audit_entry where account is null and response_id = "
                    + id))
        .isEqualTo(String.join(",", actions));
  }

  @Test
  void showsTheResponseAndWhatCanBeDone() {
    Document page = Respondent.html(step(receipt, ""));
    assertThat(page.select("h1").text()).isEqualTo("あなたの回答");
    assertThat(page.select(".answers").text()).contains("30代", "女性", "クレームを入れる", "掲載してもよい");
    assertThat(page.select(".step button").eachText()).containsExactly("回答を修正する", "回答を取り消す");
    assertThat(page.select("a").eachAttr("href")).noneMatch(address -> address.contains(receipt));
  }

  @Test
  void offersEveryAnswerToBeCorrected() {
    Document page = questions();
    assertThat(page.select("[name=choice][checked]").eachAttr("value"))
        .containsExactly("STOP_BUSINESS", "COMPLAIN");
    assertThat(page.select("[name=primary][checked]").eachAttr("value"))
        .containsExactly("COMPLAIN");
    assertThat(page.expectFirst("textarea").wholeText().strip()).isEqualTo("説明が\nほしい");
    assertThat(page.select("[name=comment_public][checked]")).hasSize(1);
    assertThat(page.select("[name=age][checked]").eachAttr("value")).containsExactly("AGE_30S");
  }

  @Test
  void replacesTheAnswersAndCountsThemAnewButKeepsTheTime() {
    String at = stored("submitted_at");
    HttpResponse<String> answer = post(corrected(questions(), "AGE_40S"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Respondent.html(answer).expectFirst("#done").text()).startsWith("回答を修正しました");
    assertThat(Respondent.html(answer).select(".answers").text()).contains("40代");
    assertThat(stored(ANSWERS)).isEqualTo("COUNTED 1 1 0 0 COMPLAIN AGE_40S FEMALE PART_TIME");
    assertThat(stored("submitted_at")).isEqualTo(at);
    assertThat(stored("version")).isEqualTo("2");
    SURVEY.assertThatTheCubeEqualsARecount();
    assertAudit("RESPONSE_CORRECTED");
  }

  @Test
  void takesTheSameCorrectionTwiceAsOne() {
    List<Map.Entry<String, String>> fields = corrected(questions(), "AGE_40S");
    post(fields);
    assertThat(post(fields).statusCode()).isEqualTo(200);
    assertThat(stored("version")).isEqualTo("2");
    assertAudit("RESPONSE_CORRECTED");
  }

  @Test
  void refusesACorrectionAtTheFieldAndKeepsWhatWasTyped() {
    List<Map.Entry<String, String>> fields = with(corrected(questions(), ""), "comment", "書き直した");
    HttpResponse<String> answer = post(fields);
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Respondent.html(answer);
    assertThat(page.expectFirst("#age-error").text()).isEqualTo("年代を選んでください");
    assertThat(page.select("#error-summary a").eachAttr("href")).containsExactly("#age-AGE_10S");
    assertThat(page.expectFirst("textarea").wholeText().strip()).isEqualTo("書き直した");
    assertThat(stored("version")).isEqualTo("1");
    assertThat(stored("comment")).isEqualTo("説明が\nほしい");
  }

  @Test
  void tellsWhoeverCorrectsSecondAndKeepsWhatTheyTyped() {
    Document first = questions();
    Document second = questions();
    post(corrected(first, "AGE_40S"));
    HttpResponse<String> answer = post(with(corrected(second, "AGE_50S"), "comment", "二番目"));
    assertThat(answer.statusCode()).isEqualTo(409);
    Document page = Respondent.html(answer);
    assertThat(page.expectFirst("#error-summary").text()).contains("保存されている回答が更新された");
    assertThat(page.select(".stored .answers").text()).contains("40代");
    assertThat(page.expectFirst("textarea").wholeText().strip()).isEqualTo("二番目");
    assertThat(stored("age_group")).isEqualTo("AGE_40S");

    assertThat(post(with(corrected(page, "AGE_50S"), "comment", "二番目")).statusCode())
        .as("having seen what is stored")
        .isEqualTo(200);
    assertThat(stored("concat(age_group, comment, version)")).isEqualTo("AGE_50S二番目3");
  }

  @Test
  void letsOneOfManyCorrectionsAtOnceWin() throws Exception {
    int many = 8;
    List<String> ages =
        List.of(
            "AGE_10S",
            "AGE_20S",
            "AGE_40S",
            "AGE_50S",
            "AGE_60S",
            "AGE_70S",
            "AGE_80_PLUS",
            "NO_ANSWER");
    Document page = questions();
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (String age : ages) {
        tasks.add(
            () -> {
              start.await();
              return post(corrected(page, age)).statusCode();
            });
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> future : threads.invokeAll(tasks)) {
        statuses.add(future.get());
      }
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 409).hasSize(many - 1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(stored("version")).isEqualTo("2");
    SURVEY.assertThatTheCubeEqualsARecount();
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, comment, 書き直した, REQUESTED",
    "APPROVED, age, AGE_40S, REQUESTED",
    "APPROVED, gender, MALE, APPROVED",
    "REFUSED, gender, MALE, REFUSED",
    "REFUSED, comment, 書き直した, REQUESTED",
    "REQUESTED, gender, MALE, REQUESTED"
  })
  void asksAnAdminAgainWhereWhatTheyDecidedAboutIsNoMore(
      String before, String field, String value, String after) {
    SURVEY.tell("update response set comment_public = ? where id = ?", before, id);
    List<Map.Entry<String, String>> fields = corrected(questions(), "AGE_30S");
    assertThat(post(with(fields, field, value)).statusCode()).isEqualTo(200);
    assertThat(stored("comment_public")).isEqualTo(after);
  }

  @Test
  void takesBackThePermissionToPublish() {
    SURVEY.tell(
        "update response set comment_public = 'APPROVED', comment_band = 'BAND_30S_40S' where id = ?",
        id);
    List<Map.Entry<String, String>> fields = corrected(questions(), "AGE_30S");
    fields.removeIf(field -> field.getKey().equals("comment_public"));
    post(fields);
    assertThat(stored("concat(comment_public, coalesce(comment_band, '-'))")).isEqualTo("NO-");
  }

  @Test
  void erasesAllThatWasSaidOnceItIsAskedAndConfirmed() {
    HttpResponse<String> asked = step(receipt, "ask");
    assertThat(Respondent.html(asked).select("h1").text()).isEqualTo("回答を取り消しますか");
    assertThat(stored("status")).isEqualTo("COUNTED");

    Document page = Respondent.html(step(receipt, "withdraw"));
    assertThat(page.expectFirst("#done").text()).isEqualTo("回答の内容をすべて消去しました。");
    assertThat(stored(ANSWERS)).isEqualTo("WITHDRAWN");
    assertThat(stored("concat(comment is null, comment_public)")).isEqualTo("1NO");
    SURVEY.assertThatTheCubeEqualsARecount();
    assertAudit("RESPONSE_WITHDRAWN");

    assertThat(Respondent.html(step(receipt, "withdraw")).select("h1").text())
        .isEqualTo("回答は取り消されています");
    assertThat(post(corrected(page(asked), "AGE_40S")).statusCode()).isEqualTo(200);
    assertThat(stored("status")).isEqualTo("WITHDRAWN");
    assertAudit("RESPONSE_WITHDRAWN");
  }

  /** A page that was opened before: the questions of a response like this one. */
  private Document page(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    String other = Respondent.receipt(Respondent.complaining(ADDRESS).send());
    Document page = Respondent.html(step(other, "edit"));
    page.expectFirst("form:has([name=age]) [name=receipt]").attr("value", receipt);
    return page;
  }

  @Test
  void withdrawsAlsoWhatAnAdminHasTakenOut() {
    SURVEY.tell(
        "update response set status = 'EXCLUDED', exclusion_reason = 'SPAM', status_before = 'COUNTED' where id = ?",
        id);
    SURVEY.tell(
        "update tally set n = n - 1 where wave = 'LIVE' and status = 'COUNTED' and stop_business = 1 and complain = 1 and forgive_if_apologised = 0 and not_bothered = 0 and primary_choice = 'COMPLAIN' and age_group = 'AGE_30S' and gender = 'FEMALE' and occupation = 'PART_TIME'");
    SURVEY.tell(
        "insert into tally values ('LIVE', 'EXCLUDED', 1, 1, 0, 0, 'COMPLAIN', 'AGE_30S', 'FEMALE', 'PART_TIME', 1) on duplicate key update n = n + 1");
    post(corrected(questions(), "AGE_60S"));
    assertThat(stored("concat_ws(' ', status, exclusion_reason, age_group)"))
        .isEqualTo("EXCLUDED SPAM AGE_60S");
    step(receipt, "withdraw");
    assertThat(stored("concat_ws(' ', status, exclusion_reason, age_group)"))
        .isEqualTo("WITHDRAWN");
    SURVEY.assertThatTheCubeEqualsARecount();
  }

  @Test
  void doesNothingWithoutTheCode() {
    for (String step : List.of("", "edit", "correct", "ask", "withdraw")) {
      HttpResponse<String> answer = step("0000-0000-0000-0000", step);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(Respondent.html(answer).select("h1").text()).isEqualTo("回答の確認・修正・取り消し");
    }
    assertThat(stored("concat(status, version)")).isEqualTo("COUNTED1");
  }

  @Test
  void limitsHowOftenCodesAreGuessed() {
    try (RunningSurvey other = SURVEY.anotherNode(LIMITED)) {
      int tries = 0;
      HttpResponse<String> answer;
      do {
        answer = postTo(other, "receipt=%016d".formatted(tries));
        tries++;
      } while (answer.statusCode() == 422 && tries < 100);
      assertThat(tries).isEqualTo(21);
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(Respondent.html(answer).expectFirst("#error-summary").text()).contains("1分ほどしてから");
      assertThat(postTo(other, "receipt=" + receipt).statusCode())
          .as("a neighbour's right code")
          .isEqualTo(200);
      for (; tries < 200; tries++) {
        answer = Respondent.get(other.address() + "thanks?receipt=%016d".formatted(tries));
      }
      assertThat(answer.statusCode()).as("codes tried at the other address").isEqualTo(429);

      HttpResponse<String> thanks = Respondent.get(other.address() + "thanks?receipt=" + receipt);
      assertThat(thanks.statusCode()).isEqualTo(429);
      assertThat(Respondent.html(thanks).expectFirst("#receipt").text().replace("-", ""))
          .as("nobody's code is lost")
          .isEqualTo(receipt);
    }
  }

  private static HttpResponse<String> postTo(RunningSurvey survey, String body) {
    return Respondent.post(survey.address() + "receipt", URL_ENCODED, body);
  }

  @Test
  void asksWhoCorrectsTooOftenToWaitAndKeepsWhatTheyTyped() {
    try (RunningSurvey other = SURVEY.anotherNode(LIMITED)) {
      List<Map.Entry<String, String>> fields = corrected(questions(), "AGE_40S");
      HttpResponse<String> answer = null;
      for (int i = 1; i <= 6; i++) {
        String form = encoded(with(with(fields, "version", i + ""), "comment", "その" + i));
        answer = postTo(other, form);
        assertThat(answer.statusCode()).isEqualTo(i <= 5 ? 200 : 429);
      }
      assertThat(Respondent.html(answer).expectFirst("textarea").wholeText().strip())
          .isEqualTo("その6");
      assertThat(stored("comment")).isEqualTo("その5");
      assertThat(postTo(other, "step=withdraw&receipt=" + receipt).statusCode()).isEqualTo(200);
      assertThat(stored("status")).isEqualTo("WITHDRAWN");
    }
  }

  /** What was refused is still a correction of what its writer looked at. */
  @Test
  void tellsWhoeverIsRefusedFirstAndOutdatedThen() {
    Document first = questions();
    post(corrected(questions(), "AGE_40S"));
    HttpResponse<String> refused = post(corrected(first, ""));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(post(corrected(Respondent.html(refused), "AGE_50S")).statusCode()).isEqualTo(409);
    assertThat(stored("age_group")).isEqualTo("AGE_40S");
  }

  @Test
  void countsNoEmptyOrBrokenCode() {
    try (RunningSurvey other = SURVEY.anotherNode(LIMITED)) {
      for (int i = 0; i < 30; i++) {
        assertThat(postTo(other, i % 2 == 0 ? "receipt=" : "receipt=x").statusCode())
            .isEqualTo(422);
      }
    }
  }
}
