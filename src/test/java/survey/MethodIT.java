package survey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The method card, on the page and for programs. */
class MethodIT {
  private static final String OPERATOR = "情報調査室（survey@example.jp）";
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static RunningSurvey survey;

  @BeforeAll
  static void start() {
    survey =
        RunningSurvey.startedAt(
            RunningSurvey.freshHome("method"), Map.of("SURVEY_OPERATOR", OPERATOR));
  }

  @AfterAll
  static void stop() {
    survey.close();
  }

  private static HttpResponse<String> get(String path) {
    return Respondent.get(survey.address() + path);
  }

  private static Document about(String language) {
    return Respondent.html(get("about" + language));
  }

  private static JsonObject method() {
    return Json.createReader(new StringReader(get("api/method").body())).readObject();
  }

  private static List<String> statements(Document page, String item, String wave) {
    return page.select("#" + item + " ." + wave + " dd").eachText();
  }

  @Test
  void hasItsKeysAndNoOther() {
    JsonObject method = method();
    assertThat(method.keySet())
        .containsExactly(
            "asOf", "question", "choices", "questions", "items", "waves", "differences");
    assertThat(method.getString("asOf")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(method.getJsonObject("question").getString("ja"))
        .isEqualTo("自分の情報が漏らされた!管理責任のある企業にどう対応する?");
    assertThat(method.getJsonArray("choices").getJsonObject(3))
        .hasToString(
            """
            {"ja":"特に何とも思わない","en":"It doesn’t particularly bother me","code":"NOT_BOTHERED",\
            "exclusive":{"ORIGINAL":null,"LIVE":true}}""");
    assertThat(method.getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(item -> item.getString("code"))
        .containsExactly(
            "PURPOSE",
            "STRATEGY",
            "CONDUCTED_BY",
            "POPULATION",
            "SAMPLING",
            "MODE",
            "PERIOD",
            "SAMPLE_SIZE",
            "RESPONSE_RATE",
            "PRECISION",
            "QUESTIONNAIRE",
            "WEIGHTING",
            "QUALITY",
            "LIMITATIONS");
    assertThat(method.getJsonObject("waves").keySet()).containsExactly("ORIGINAL", "LIVE");
    for (String wave : List.of("ORIGINAL", "LIVE")) {
      assertThat(method.getJsonObject("waves").getJsonObject(wave).keySet())
          .containsExactly(
              "n", "excluded", "firstResponse", "lastResponse", "responseRate", "items");
    }
  }

  @Test
  void tellsWhatIsStatedFromWhatIsInferredAndWhatIsNotStated() {
    JsonObject original =
        method().getJsonObject("waves").getJsonObject("ORIGINAL").getJsonObject("items");
    List<String> notStated =
        original.keySet().stream()
            .filter(item -> original.getJsonArray(item).getJsonObject(0).isNull("ja"))
            .toList();
    assertThat(notStated)
        .containsExactly("CONDUCTED_BY", "SAMPLING", "MODE", "PERIOD", "RESPONSE_RATE");
    assertThat(original.getJsonArray("MODE"))
        .hasToString("[{\"ja\":null,\"en\":null,\"stated\":false}]");
    assertThat(original.getJsonArray("QUESTIONNAIRE").getValuesAs(JsonObject.class))
        .extracting(statement -> statement.get("stated"))
        .containsExactly(JsonValue.TRUE, Json.createValue("inferred"), JsonValue.FALSE);
    assertThat(original.getJsonArray("POPULATION").getJsonObject(0).getString("ja"))
        .isEqualTo("「調査地域:全国」「調査対象:年齢不問・男女」。");
  }

  @Test
  void saysOfThisSurveyAllThatItKnows() {
    JsonObject live = method().getJsonObject("waves").getJsonObject("LIVE").getJsonObject("items");
    assertThat(live.values())
        .allSatisfy(
            statements ->
                assertThat(statements.asJsonArray().getJsonObject(0).get("stated"))
                    .isEqualTo(JsonValue.TRUE));
    assertThat(live.getJsonArray("RESPONSE_RATE").getJsonObject(0).getString("ja"))
        .startsWith("計算できません。");
    assertThat(live.getJsonArray("WEIGHTING").getJsonObject(0).getString("ja"))
        .startsWith("していません。");
    assertThat(live.getJsonArray("CONDUCTED_BY").getJsonObject(0).getString("en"))
        .isEqualTo(OPERATOR);
  }

  @Test
  void countsAndDatesFromTheData() {
    LocalDate before = LocalDate.now(JAPAN);
    assertThat(Respondent.complaining(survey.address()).send().statusCode()).isEqualTo(303);
    LocalDate after = LocalDate.now(JAPAN);

    JsonObject live = method().getJsonObject("waves").getJsonObject("LIVE");
    int n = Respondent.count(survey.address());
    assertThat(live.getInt("n")).isEqualTo(n).isPositive();
    LocalDate last = LocalDate.parse(live.getString("lastResponse"));
    assertThat(last).isBetween(before, after);
    LocalDate first = LocalDate.parse(live.getString("firstResponse"));
    assertThat(first).isBetween(before.minusDays(1), after);

    Document page = about("");
    DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy年M月d日");
    assertThat(statements(page, "PERIOD", "LIVE"))
        .containsExactly(day.format(first) + "から継続中（最後の回答は" + day.format(last) + "）。終了日は定めていません。");
    assertThat(statements(page, "SAMPLE_SIZE", "LIVE"))
        .containsExactly("集計した回答は" + n + "件、集計から除いた回答は0件です。");
    assertThat(statements(page, "SAMPLE_SIZE", "ORIGINAL").get(0))
        .isEqualTo("「有効回答数:100サンプル」。掲載されたコメントは100件です。");
  }

  @Test
  void saysTheSameOnThePageInBothLanguages() {
    JsonObject method = method();
    for (String language : List.of("ja", "en")) {
      Document page = about(language.equals("ja") ? "" : "?lang=en");
      JsonObject waves = method.getJsonObject("waves");
      waves
          .keySet()
          .forEach(
              wave ->
                  waves
                      .getJsonObject(wave)
                      .getJsonObject("items")
                      .forEach(
                          (item, said) -> {
                            List<String> shown = statements(page, item, wave);
                            assertThat(shown).hasSize(said.asJsonArray().size());
                            for (int i = 0; i < shown.size(); i++) {
                              assertThat(shown.get(i))
                                  .endsWith(
                                      said.asJsonArray().getJsonObject(i).getString(language, ""));
                            }
                          }));
      assertThat(page.select("section:has(#limits) li").eachText())
          .containsAll(
              method.getJsonArray("differences").getValuesAs(JsonObject.class).stream()
                  .map(text -> text.getString(language))
                  .toList());
      assertThat(page.text()).contains(OPERATOR).doesNotContain("{0}", "???");
    }
    assertThat(statements(about(""), "MODE", "ORIGINAL")).containsExactly("記載なし");
    assertThat(statements(about("?lang=en"), "MODE", "ORIGINAL")).containsExactly("Not stated");
  }

  @Test
  void printsTheQuestionnaireThatTheFormAsks() {
    Document form = Respondent.html(get(""));
    Document page = about("");
    for (String field : List.of("choice", "age", "gender", "occupation")) {
      List<Element> inputs = form.select("[name=" + field + "]");
      assertThat(inputs).isNotEmpty();
      for (Element input : inputs) {
        assertThat(page.select(".codes li").eachText())
            .anyMatch(text -> text.startsWith(input.parent().text() + " " + input.attr("value")));
      }
    }
    assertThat(page.select(".codes code")).hasSize(4 + 3 + 9 + 4 + 11);
  }

  @Test
  void countsTheWomenOfTheOriginalAsTheyAreListed() throws IOException {
    long women =
        Pattern.compile("'FEMALE'")
            .matcher(Files.readString(Path.of("db/V2__original_wave.sql")))
            .results()
            .count();
    assertThat(about("").select("section:has(#limits)").text())
        .contains("100件のうち" + women + "件が女性");
  }

  @Test
  void opensWhileTheDatabaseDoesNotAnswer() throws Exception {
    survey.freezeDatabase();
    try {
      HttpResponse<String> answer = get("about");
      assertThat(answer.statusCode()).isEqualTo(200);
      Document page = Respondent.html(answer);
      assertThat(statements(page, "SAMPLE_SIZE", "LIVE")).containsExactly("ただいま読み込めません。");
      assertThat(statements(page, "PERIOD", "LIVE")).containsExactly("ただいま読み込めません。");
      assertThat(statements(page, "CONDUCTED_BY", "LIVE")).contains(OPERATOR);
      HttpResponse<String> json = get("api/method");
      assertThat(json.statusCode()).isEqualTo(503);
      assertThat(json.body()).startsWith("{\"error\":");
    } finally {
      survey.thawDatabase();
    }
    RunningSurvey.await(() -> get("api/method").statusCode() == 200, Duration.ofMinutes(1));
  }
}
