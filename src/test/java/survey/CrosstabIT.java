package survey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs are told of the nearest answer by demographics. */
class CrosstabIT {
  private static final List<String> CHOICES =
      List.of("STOP_BUSINESS", "COMPLAIN", "FORGIVE_IF_APOLOGISED", "NOT_BOTHERED");

  private static RunningSurvey survey;

  @BeforeAll
  static void start() {
    survey = RunningSurvey.startedAt(RunningSurvey.freshHome("crosstab"), Map.of());
  }

  @AfterAll
  static void end() {
    survey.close();
  }

  /** Reads the seed's own lines: choice, number, age group, gender, occupation. */
  @ParameterizedTest
  @CsvSource({"age,3", "gender,4", "occupation,5"})
  void showTheOriginalInFull(String by, int column) throws IOException {
    Pattern entry =
        Pattern.compile(
            "\\('ORIGINAL', 'COUNTED', 'APPROVED', 1, '(\\w+)', (\\d+), '(\\w+)', '(\\w+)', '(\\w+)'");
    Map<String, Map<String, Long>> seed =
        entry
            .matcher(Files.readString(Path.of("db/V2__original_wave.sql")))
            .results()
            .collect(
                groupingBy(
                    row -> row.group(column),
                    groupingBy((MatchResult row) -> row.group(1), counting())));

    List<JsonObject> groups = groups(table(by, "ORIGINAL"));
    assertThat(groups).allSatisfy(group -> assertThat(group).containsKey("code"));
    assertThat(groups.stream().map(group -> group.getString("code"))).containsAll(seed.keySet());
    for (JsonObject group : groups) {
      Map<String, Long> counts = seed.getOrDefault(group.getString("code"), Map.of());
      assertThat(group.getInt("n"))
          .isEqualTo(counts.values().stream().mapToInt(Long::intValue).sum());
      for (String choice : CHOICES) {
        assertThat(group.getJsonObject("primary").getInt(choice))
            .isEqualTo(counts.getOrDefault(choice, 0L).intValue());
      }
    }
    assertThat(groups.stream().mapToInt(group -> group.getInt("n")).sum()).isEqualTo(100);
  }

  /** One test, since what is published depends on what came before. */
  @Test
  void hideMergeAndWait() {
    assertAllHidden(table("gender", "LIVE"), 4);
    assertAllHidden(table("gender", "ALL"), 4);

    send("FEMALE", 6);
    send("MALE", 5);
    send("OTHER", 1);
    String groups =
        """
        [{"code":"FEMALE","n":24,"primary":\
        {"STOP_BUSINESS":6,"COMPLAIN":6,"FORGIVE_IF_APOLOGISED":6,"NOT_BOTHERED":6}},\
        {"codes":["MALE","OTHER","NO_ANSWER"],"n":24,"primary":\
        {"STOP_BUSINESS":6,"COMPLAIN":6,"FORGIVE_IF_APOLOGISED":6,"NOT_BOTHERED":6}}]""";
    // Whoever asks first and wherever: all are told the same.
    assertThat(IntStream.range(0, 20).parallel().mapToObj(i -> table("gender", "LIVE")).distinct())
        .hasSize(1);
    JsonObject live = table("gender", "LIVE");
    assertThat(live.getJsonArray("groups")).hasToString(groups);
    assertShownOnThePage("gender", "LIVE", live);
    assertShownOnThePage("gender", "ORIGINAL", table("gender", "ORIGINAL"));
    assertShownOnThePage("gender", "ALL", table("gender", "ALL"));

    List<JsonObject> original = groups(table("gender", "ORIGINAL"));
    JsonObject all = table("gender", "ALL");
    assertThat(all.getString("asOf")).isEqualTo(live.getString("asOf"));
    assertThat(groups(all).stream().map(group -> group.getInt("n")))
        .containsExactly(24 + original.get(0).getInt("n"), 24 + 100 - original.get(0).getInt("n"));

    // Everybody has the same occupation and the same age.
    assertAllHidden(table("occupation", "LIVE"), 11);
    assertAllHidden(table("age", "ALL"), 9);
    Document page = page("occupation");
    assertThat(page.select("#crosstab-LIVE th[scope=rowgroup]"))
        .hasSize(11)
        .allSatisfy(group -> assertThat(group.text()).endsWith("— 少人数のため非表示"));
    assertThat(page.select("#crosstab-LIVE .share")).isEmpty();
    assertThat(page.select(".composition .LIVE").eachText()).containsOnly("—少人数のため非表示");

    // 24 more are too few for a new snapshot.
    send("NO_ANSWER", 6);
    assertThat(Respondent.count(survey.address())).isEqualTo(72);
    assertThat(table("gender", "LIVE")).isEqualTo(live);
    // Four more, but nobody was added to the women: no coin can help.
    send("NO_ANSWER", 1);
    assertThat(table("gender", "LIVE")).isEqualTo(live);

    // What is allowed happens on a coin's throw: heads within 30 of them, or a billion such tests.
    for (int i = 0; i < 30 && table("gender", "LIVE").equals(live); i++) {
      send("FEMALE", 4);
      send("MALE", 3);
    }
    List<JsonObject> later = groups(table("gender", "LIVE"));
    int n = Respondent.count(survey.address());
    assertThat(later.stream().mapToInt(group -> group.getInt("n")).sum()).isEqualTo(n);
    assertThat(later.get(0).getInt("n")).isEqualTo(24 + (n - 76) / 7 * 4);
  }

  /** What the page says of each group is what programs are told. */
  private static void assertShownOnThePage(String by, String wave, JsonObject table) {
    List<JsonObject> groups =
        groups(table).stream().filter(group -> group.getInt("n") > 0).toList();
    Elements shown = page(by).select("#crosstab-" + wave + " tbody");
    assertThat(shown).hasSameSizeAs(groups);
    for (int i = 0; i < groups.size(); i++) {
      JsonObject group = groups.get(i);
      int n = group.getInt("n");
      assertThat(shown.get(i).expectFirst("th").text())
          .matches(".+ " + n + "人" + (n < 30 ? " 参考値（30人未満）" : ""));
      for (String choice : CHOICES) {
        int count = group.getJsonObject("primary").getInt(choice);
        String share = String.format("%.1f%%", 100.0 * count / n);
        assertThat(shown.get(i).expectFirst("td." + choice).text())
            .isEqualTo(share + " " + count + "人");
        assertThat(shown.get(i).expectFirst("rect." + choice).attr("width")).isEqualTo(share);
      }
    }
  }

  private static Document page(String by) {
    return Respondent.html(Respondent.get(survey.address() + "results?by=" + by));
  }

  private static void send(String gender, int timesEach) {
    for (String choice : CHOICES) {
      for (int i = 0; i < timesEach; i++) {
        Respondent.complaining(survey.address())
            .with("choice", choice)
            .with("primary")
            .with("gender", gender)
            .send();
      }
    }
  }

  private static void assertAllHidden(JsonObject table, int codes) {
    assertThat(groups(table))
        .hasSize(codes)
        .allSatisfy(
            group -> {
              assertThat(group).containsKey("code").containsEntry("n", JsonValue.NULL);
              assertThat(group.getJsonObject("primary").keySet())
                  .containsExactlyElementsOf(CHOICES);
              assertThat(group.getJsonObject("primary").values()).containsOnly(JsonValue.NULL);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?by=age",
        "?wave=LIVE",
        "?by=&wave=LIVE",
        "?by=AGE&wave=LIVE",
        "?by=age&wave=live",
        "?by=comment&wave=LIVE",
        "?by=age&by=gender&wave=LIVE",
        "?by=age&wave=LIVE&wave=LIVE",
        "?by=age,gender&wave=LIVE"
      })
  void refuseWhatTheyDoNotKnow(String query) {
    HttpResponse<String> answer = Respondent.get(survey.address() + "api/results/crosstab" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(json(answer.body()).getString("error"))
        .startsWith("The parameter ")
        .containsAnyOf("age, gender, occupation", "ORIGINAL, LIVE, ALL");
  }

  private static JsonObject table(String by, String wave) {
    String query = "by=%s&wave=%s".formatted(by, wave);
    JsonObject table =
        json(Respondent.get(survey.address() + "api/results/crosstab?" + query).body());
    assertThat(table.getString("by")).isEqualTo(by);
    assertThat(table.getString("wave")).isEqualTo(wave);
    assertThat(table.getString("asOf")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    return table;
  }

  private static List<JsonObject> groups(JsonObject table) {
    return table.getJsonArray("groups").getValuesAs(JsonObject.class);
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
