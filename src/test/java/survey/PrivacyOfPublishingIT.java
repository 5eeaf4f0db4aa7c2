package survey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/**
 * What the privacy text says of who reads responses: admins, of whom a record is kept, and
 * everybody.
 */
class PrivacyOfPublishingIT {
  private static final PrivacySurvey SURVEY = PrivacySurvey.shared();
  private static final KnownSurvey KNOWN = SURVEY.known();
  private static final String ADDRESS = SURVEY.address();

  @Test
  @Says("管理者が回答をダウンロードしたときは、日時・条件・件数を記録します。")
  void recordsWhatAnAdminTakesAway() {
    Admin admin = SURVEY.admin();
    assertThat(admin.get("admin/responses.csv?wave=ORIGINAL").body().lines())
        .hasSizeGreaterThan(99);
    RunningSurvey.await(
        () -> {
          Element newest =
              Respondent.html(admin.get("admin/audit?kind=DOWNLOAD")).expectFirst("main tbody tr");
          return newest.select("time").size() == 1
              && Stream.of("admin", "元の調査", "100件").allMatch(newest.text()::contains);
        },
        Duration.ofSeconds(10));
  }

  @Test
  @Says("回答を除外したときや、コメントの掲載を判断したときは、日時・回答の番号・操作を記録します。")
  void recordsWhatAnAdminDecides() {
    Admin admin = SURVEY.admin();
    assertThat(Respondent.complaining(ADDRESS).with("comment_public", "1").send().statusCode())
        .isEqualTo(303);
    String response =
        Respondent.html(admin.get("admin/responses"))
            .expectFirst("main input[name=response]")
            .attr("value");
    String id = response.split("-", 2)[0];
    decide(admin, "APPROVE", response);
    decide(admin, "EXCLUDE", next(response));
    assertThat(
            Respondent.html(admin.get("admin/audit?kind=MODERATION"))
                .select("main tbody tr")
                .eachText()
                .subList(0, 2))
        .satisfiesExactly(
            row -> assertThat(row).contains("admin", "回答を除外", "回答 " + id, "動作の確認"),
            row -> assertThat(row).contains("admin", "コメントの掲載を承認", "回答 " + id))
        .noneSatisfy(row -> assertThat(row).contains("説明がほしい"));
  }

  private static void decide(Admin admin, String decision, String response) {
    admin.post(
        "admin/decisions",
        Map.of("csrf", admin.csrf(), "decision", decision, "reason", "TEST", "response", response));
  }

  /** The same response after one change. */
  private static String next(String response) {
    String[] parts = response.split("-", 2);
    return parts[0] + "-" + (Integer.parseInt(parts[1]) + 1);
  }

  @Test
  @Says({
    "第三者には提供しません。",
    "全体の集計。",
    "回答者が同意し、管理者が承認したコメントだけを掲載します。",
    "回答の選択肢と、人数が十分なときは大まかな年代を添えます。"
  })
  void publishesNoCommentThatNobodyApproved() {
    for (String[] consent : new String[][] {{}, {"1"}}) {
      // No other comment is filed here, so that these would be on the first page.
      Respondent respondent =
          Respondent.complaining(ADDRESS)
              .with("choice", "NOT_BOTHERED")
              .with("primary")
              .with("comment", "unapproved-7304")
              .with("comment_public", consent);
      assertThat(respondent.send().statusCode()).isEqualTo(303);
    }
    KNOWN.add(
        Instant.now(), "COUNTED", Choice.NOT_BOTHERED, "allowed-7304", "APPROVED", "BAND_30S_40S");
    String comments = "results?comments=NOT_BOTHERED";
    assertThat(
            Respondent.html(Respondent.get(ADDRESS + comments))
                .select("#comments li:has(blockquote):contains(-7304)")
                .eachText())
        .containsExactly("allowed-7304 特に何とも思わない 30・40代");
    assertThat(Stream.concat(PrivacySurvey.PUBLIC.stream(), Stream.of(comments)))
        .allSatisfy(
            path -> {
              HttpResponse<String> answer = Respondent.get(ADDRESS + path);
              assertThat(answer.body()).doesNotContain("unapproved-7304");
              // And no page makes the browser tell another site anything.
              assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                  .startsWith("default-src 'self'");
            });
  }

  @Test
  @Says({"個票や少人数の内訳は公表しません。", "属性別の集計は、新しい回答がまとまってから、少人数の区分を合わせるか伏せて公表します。"})
  void publishesNoSmallGroup() {
    String rare = "AGE_80_PLUS";
    for (Choice choice : Choice.values()) {
      for (int i = 0; i < 6; i++) {
        send(choice, "AGE_20S", "FEMALE", "COMPANY_EMPLOYEE");
        send(choice, "AGE_50S", "MALE", "STUDENT");
      }
    }
    send(Choice.COMPLAIN, rare, "OTHER", "FREELANCE");
    for (String by : List.of("age", "gender", "occupation")) {
      for (String wave : List.of("LIVE", "ALL")) {
        HttpResponse<String> answer =
            Respondent.get(ADDRESS + "api/results/crosstab?by=" + by + "&wave=" + wave);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(figuresByGroup(answer))
            .as(answer.body())
            .isNotEmpty()
            .noneMatch(n -> n > 0 && n < 3);
      }
    }
    assertThat(Respondent.get(ADDRESS + "api/results").body()).doesNotContain(rare);
  }

  /** Sends it where nobody counts how many there are from here. */
  private static void send(Choice choice, String age, String gender, String occupation) {
    HttpResponse<String> answer =
        Respondent.complaining(KNOWN.address())
            .with("choice", choice.name())
            .with("primary")
            .with("age", age)
            .with("gender", gender)
            .with("occupation", occupation)
            .with("comment")
            .send();
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private static List<Integer> figuresByGroup(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body()))
        .readObject()
        .getJsonArray("groups")
        .getValuesAs(JsonObject.class)
        .stream()
        .flatMap(
            group ->
                Stream.concat(
                    Stream.of(group.get("n")), group.getJsonObject("primary").values().stream()))
        .filter(JsonNumber.class::isInstance)
        .map(figure -> ((JsonNumber) figure).intValue())
        .toList();
  }

  @Test
  @Says("選んだ回答は送信後すぐ全体の集計に加わります。")
  void countsAtOnce() {
    int before = Respondent.count(ADDRESS);
    Respondent.complaining(ADDRESS).send();
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }
}
