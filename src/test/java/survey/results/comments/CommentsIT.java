package survey.results.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** The comments on the results page. */
class CommentsIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String LIVE = "#live-comments ~ ol.comments > li";

  @AfterEach
  void forget() {
    SURVEY.tell("delete from response where wave = 'LIVE'");
    SURVEY.tell("delete from tally where wave = 'LIVE'");
  }

  private static Document page(Choice choice) {
    return SURVEY.page("results?comments=" + choice);
  }

  /** As a browser gets them, white space and all. */
  private static List<String> texts(List<Element> comments) {
    return comments.stream().map(item -> item.expectFirst("blockquote").wholeText()).toList();
  }

  @Test
  void areTheOriginalOnesLetterForLetterInTheSourcesOrder() {
    List<String> shown = new ArrayList<>();
    for (Choice choice : Choice.values()) {
      shown.addAll(texts(page(choice).select("#original-comments > li")));
    }
    assertThat(shown).hasSize(100);
    for (int number = 1; number <= shown.size(); number++) {
      assertThat(shown.get(number - 1))
          .isEqualTo(SURVEY.ask("select comment from response where original_no = " + number));
    }
    assertThat(shown.get(19))
        .isEqualTo(
            """
            情報漏洩のあった場合、望ましい対応と思えることは
            謝罪、何故もれたのか、今後どうするのか、もれた情報から被害を防いでいるか、万が一被害を受けた場合加害側が別企業や人でも元々情報を保持していた企業も共犯に近い形で償うのか
            です。

            しかしこの様なことを実現可能な企業はほぼ存在しません
            取引を止めた方が無難です。""");
    assertThat(shown.get(95).split("\n", -1)).hasSize(8).startsWith("クレジットカード番号以外の情報であれば");
  }

  @ParameterizedTest
  @CsvSource({
    "STOP_BUSINESS,39,1",
    "COMPLAIN,39,40",
    "FORGIVE_IF_APOLOGISED,16,79",
    "NOT_BOTHERED,6,95"
  })
  void areThoseOfTheChoiceThatTheAddressNames(Choice choice, int count, int first) {
    Document page = page(choice);
    assertThat(page.select("#original-comments > li")).hasSize(count);
    assertThat(page.expectFirst("#original-comments .number").text()).isEqualTo(first + "番");
    assertThat(page.select(".choices .count").eachText())
        .containsExactly("39件", "39件", "16件", "6件");
    Element current = page.expectFirst(".choices [aria-current]");
    assertThat(current.attr("href")).isEqualTo("/results?comments=" + choice + "#comments");
    assertThat(current.expectFirst(".count").text()).isEqualTo(count + "件");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?comments=", "?comments=SUE", "?comments=complain", "?comments=COMPLAIN%00"})
  void areThoseOfTheFirstChoiceOtherwise(String query) {
    assertThat(SURVEY.page("results" + query).expectFirst("#original-comments .number").text())
        .isEqualTo("1番");
  }

  @Test
  void bearTheirDemographicsAsPublished() {
    List<String> writers = new ArrayList<>();
    for (Choice choice : Choice.values()) {
      writers.addAll(page(choice).select("#original-comments .who").eachText());
    }
    assertThat(writers)
        .contains(
            "11番 30代・女性・自営業(個人事業主)",
            "34番 10代・女性・パートアルバイト",
            "42番 30代・男性・自由業・フリーランス",
            "54番 30代・男性・契約派遣社員",
            "79番 30代・女性・公務員",
            "89番 20代・男性・学生",
            "92番 30代・女性・専業主婦",
            "95番 40代・男性・会社員",
            "99番 60代・男性・無職");
  }

  @Test
  void keepTheLanguage() {
    Document page = SURVEY.page("results?comments=COMPLAIN&lang=en");
    assertThat(page.select(".choices a").eachAttr("href"))
        .allSatisfy(link -> assertThat(link).endsWith("&lang=en#comments"));
    assertThat(page.expectFirst("#original-comments .who").text())
        .isEqualTo("No. 40 30–39, Male, Company employee");
    assertThat(page.select("#original-comments blockquote").eachAttr("lang")).containsOnly("ja");
  }

  @Test
  void areLiveOnesOnlyWhereApprovedAndCounted() {
    Instant now = Instant.now();
    SURVEY.add(
        now, "COUNTED", Choice.COMPLAIN, "承認", "APPROVED", "BAND_50S_PLUS", Choice.STOP_BUSINESS);
    SURVEY.add(now, "FLAGGED", Choice.COMPLAIN, "承認、目印つき", "APPROVED", null);
    SURVEY.add(now, "EXCLUDED", Choice.COMPLAIN, "秘密：除外", "APPROVED", "BAND_10S_20S");
    SURVEY.add(now, "COUNTED", Choice.COMPLAIN, "秘密：確認前", "REQUESTED", null);
    SURVEY.add(now, "COUNTED", Choice.COMPLAIN, "秘密：見送り", "REFUSED", null);
    SURVEY.add(now, "COUNTED", Choice.COMPLAIN, "秘密：掲載不可", "NO", null);

    Document page = page(Choice.COMPLAIN);
    assertThat(page.select(LIVE).eachText())
        .containsExactlyInAnyOrder("承認 クレームを入れる 50代以上", "承認、目印つき クレームを入れる");
    for (Choice choice : Choice.values()) {
      assertThat(page(choice).text()).doesNotContain("秘密");
    }
    assertThat(page(Choice.STOP_BUSINESS).select(LIVE)).isEmpty();
  }

  @Test
  void areNeverMarkup() {
    String comment = "<b>太字</b><script>alert(1)</script>\n\n#{resultsPage} &amp; \"引用\" 'x'\t]]>";
    SURVEY.add(Instant.now(), "COUNTED", Choice.COMPLAIN, comment, "APPROVED", null);

    Document page = page(Choice.COMPLAIN);
    assertThat(texts(page.select(LIVE))).containsExactly(comment);
    assertThat(page.select("blockquote *, script:not([src])")).isEmpty();
  }

  @Test
  void comePageByPageInAnOrderThatTellsNoTime() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      sent.add("コメント" + i);
      SURVEY.add(Instant.now(), "COUNTED", Choice.NOT_BOTHERED, sent.get(i), "APPROVED", null);
    }
    SURVEY.add(Instant.now(), "COUNTED", Choice.COMPLAIN, "ほか", "APPROVED", null);

    List<String> shown = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String next = "results?comments=NOT_BOTHERED&lang=en";
    while (next != null) {
      Document page = SURVEY.page(next);
      sizes.add(page.select(LIVE).size());
      shown.addAll(texts(page.select(LIVE)));
      Element link = page.selectFirst("a[href*=after]");
      next = link == null ? null : link.attr("href").substring(1);
      if (next != null) {
        assertThat(next)
            .matches("results\\?comments=NOT_BOTHERED&after=[0-9a-f]{16}&lang=en#live-comments");
      }
    }

    assertThat(sizes).containsExactly(20, 20, 5);
    assertThat(shown).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ffffffffffffffff", "%00", "0000000000000000'"})
  void bearWithAnyPlace(String after) {
    Document page = SURVEY.page("results?comments=COMPLAIN&after=" + after);
    assertThat(page.select("#original-comments > li")).hasSize(39);
  }

  @Test
  void showABandOnlyWhereTheyArePublished() {
    for (String publication : List.of("NO", "REQUESTED", "REFUSED")) {
      assertThatThrownBy(
              () ->
                  SURVEY.add(
                      Instant.now(), "COUNTED", Choice.COMPLAIN, "x", publication, "BAND_10S_20S"))
          .rootCause()
          .hasMessageContaining("response_comment_band_public");
    }
    assertThatThrownBy(
            () ->
                SURVEY.add(Instant.now(), "COUNTED", Choice.COMPLAIN, "x", "APPROVED", "BAND_40S"))
        .rootCause()
        .hasMessageContaining("response_comment_band");
    assertThatThrownBy(
            () ->
                SURVEY.tell(
                    "update response set comment_band = 'BAND_30S_40S' where original_no = 1"))
        .rootCause()
        .hasMessageContaining("response_comment_band_public");
  }
}
