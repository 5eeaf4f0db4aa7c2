package survey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the results say, to people and to programs. */
class ResultsIT {
  private static final String ADDRESS = RunningSurvey.shared().address();

  @Test
  void beginWithTheOriginalSurvey() {
    JsonObject original = Respondent.tally(ADDRESS, "ORIGINAL");

    assertThat(original)
        .hasToString(
            """
            {"n":100,"excluded":0,\
            "mentions":{"STOP_BUSINESS":46,"COMPLAIN":54,"FORGIVE_IF_APOLOGISED":23,"NOT_BOTHERED":5},\
            "primary":{"STOP_BUSINESS":39,"COMPLAIN":39,"FORGIVE_IF_APOLOGISED":16,"NOT_BOTHERED":6}}""");
  }

  @Test
  void nameTheQuestionAndTheMomentForPrograms() {
    String json = Respondent.get(ADDRESS + "api/results").body();
    assertThat(json)
        .startsWith("{\"asOf\":\"20")
        .containsPattern("\"asOf\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"")
        .contains("\"question\":\"自分の情報が漏らされた!管理責任のある企業にどう対応する?\"");
  }

  @Test
  void showTheSameFiguresOnThePage() {
    Respondent.complaining(ADDRESS).send();
    JsonObject live = Respondent.tally(ADDRESS, "LIVE");
    Document page = Respondent.html(Respondent.get(ADDRESS + "results"));

    for (String measure : List.of("mentions", "primary")) {
      String table = measure.equals("primary") ? "#primary-results" : "#mentions";
      assertThat(page.select(table + " tbody")).hasSize(4);
      for (Element choice : page.select(table + " tbody")) {
        int count = live.getJsonObject(measure).getInt(choice.className());
        assertThat(choice.expectFirst("tr.LIVE .figures").text())
            .isEqualTo(String.format("%,d人中%,d人", live.getInt("n"), count));
        String share = String.format("%.1f%%", 100.0 * count / live.getInt("n"));
        assertThat(choice.expectFirst("tr.LIVE .share").text()).isEqualTo(share);
        assertThat(choice.expectFirst("tr.LIVE rect").attr("width")).isEqualTo(share);
      }
    }
  }

  @Test
  void showTheBaseBesideEveryShare() {
    Document page = Respondent.html(Respondent.get(ADDRESS + "results"));
    assertThat(page.select("table.results .share")).hasSize(16);
    assertThat(page.select("table.results .measure"))
        .allSatisfy(
            measure ->
                assertThat(measure.expectFirst(".figures").text()).matches("[\\d,]+人中[\\d,]+人"));
    assertThat(page.select("caption .ORIGINAL").eachText())
        .containsExactly("元の調査（100人）", "元の調査：掲載区分（100人）");
  }

  @Test
  void showTheIntervalOfEveryShare() {
    Document page = Respondent.html(Respondent.get(ADDRESS + "results"));

    assertThat(page.select("#mentions tr.ORIGINAL .interval").eachText())
        .containsExactly(
            "標本誤差の範囲（95%）は36.6%から55.7%",
            "標本誤差の範囲（95%）は44.3%から63.4%", "標本誤差の範囲（95%）は15.8%から32.2%", "標本誤差の範囲（95%）は2.2%から11.2%");
    Element whisker = page.expectFirst("#mentions .COMPLAIN .ORIGINAL .whisker");
    assertThat(whisker.attr("x")).isEqualTo("44.3%");
    assertThat(whisker.attr("width")).isEqualTo("19.2%");
    assertThat(page.text()).contains("実際には自ら進んで回答した方の集計であり、無作為ではありません。");
  }

  @Test
  void stateWhatTheSourceContradicts() {
    String text = Respondent.html(Respondent.get(ADDRESS + "results")).text();
    assertThat(text)
        .contains("元の記事には「複数回答可」との記載はありません。")
        .contains("「特に何とも思わない」は回答数5に対し掲載が6件あり、原資料のまま示します。")
        .contains("元の調査の50番と68番のコメントは、本文も年代・性別・職業も同じです。")
        .contains("時点");
  }
}
