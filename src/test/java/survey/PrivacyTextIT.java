package survey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import survey.results.KnownSurvey;

/** The privacy text: every sentence of it is held by a test, and none stands there without one. */
class PrivacyTextIT {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final PrivacySurvey SURVEY = PrivacySurvey.shared();
  private static final KnownSurvey KNOWN = SURVEY.known();
  private static final String ADDRESS = SURVEY.address();

  private static final List<Class<?>> TESTS =
      List.of(
          PrivacyTextIT.class,
          PrivacyOfSendingIT.class,
          PrivacyOfPublishingIT.class,
          PrivacyOfKeepingIT.class);

  /** What a respondent's row holds, and how the text calls it. */
  private static final Map<String, String> KEPT =
      Map.ofEntries(
          Map.entry("id", "回答の番号"),
          Map.entry("wave", "どちらの調査かの区分"),
          Map.entry("submitted_at", "送信日時"),
          Map.entry("stop_business", "選んだ回答"),
          Map.entry("complain", "選んだ回答"),
          Map.entry("forgive_if_apologised", "選んだ回答"),
          Map.entry("not_bothered", "選んだ回答"),
          Map.entry("primary_choice", "選んだ回答"),
          Map.entry("age_group", "年代・性別・職業"),
          Map.entry("gender", "年代・性別・職業"),
          Map.entry("occupation", "年代・性別・職業"),
          Map.entry("comment", "コメント"),
          Map.entry("has_comment", "コメント"),
          Map.entry("comment_public", "掲載の可否"),
          Map.entry("comment_band", "掲載に添える大まかな年代"),
          Map.entry("status", "集計に含めるかどうかの区分と不自然な送信の目印"),
          Map.entry("version", "変更の回数"),
          Map.entry("exclusion_reason", "除外した場合の理由とそれまでの区分"),
          Map.entry("status_before", "除外した場合の理由とそれまでの区分"),
          Map.entry("repeated", "二重登録を防ぐための符号と再送信の目印"),
          Map.entry("key_hash", "二重登録を防ぐための符号と再送信の目印"),
          Map.entry("receipt_hash", "受付コードを照合するための値（コード自体は保存しません）"));

  private final Element privacy = PrivacySurvey.text(ADDRESS + "about");

  @Test
  void saysNothingWithoutATest() {
    Set<String> held =
        TESTS.stream()
            .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .filter(method -> method.isAnnotationPresent(Says.class))
            .flatMap(method -> Arrays.stream(method.getAnnotation(Says.class).value()))
            .collect(toSet());
    Set<String> said = new HashSet<>(sentences(privacy));
    assertThat(sentences(privacy)).as("says nothing twice").hasSameSizeAs(said);
    said.addAll(sentences(PrivacySurvey.text(KNOWN.address() + "about")));
    assertThat(said).containsExactlyInAnyOrderElementsOf(held);
  }

  private static List<String> sentences(Element text) {
    return text.select("dd, p").eachText().stream()
        .flatMap(paragraph -> Arrays.stream(paragraph.split("(?<=。)", -1)))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  @Test
  void saysAsMuchInEnglish() {
    Element english = PrivacySurvey.text(ADDRESS + "about?lang=en");
    assertThat(english.select("dt")).hasSameSizeAs(privacy.select("dt"));
    assertThat(english.text()).contains("until 90 days after").doesNotContain("{", "???");
  }

  @Test
  @Says({
    "選んだ回答、年代・性別・職業、コメント、送信日時、掲載の可否、掲載に添える大まかな年代、回答の番号、どちらの調査かの区分、集計に含めるかどうかの区分と不自然な送信の目印、除外した場合の理由とそれまでの区分、変更の回数、二重登録を防ぐための符号と再送信の目印、受付コードを照合するための値（コード自体は保存しません）。"
  })
  void namesEveryColumnThatARespondentsRowHasAndNoOther() {
    Set<String> columns =
        SURVEY.columnsOfAResponse().stream()
            .filter(column -> !column.equals("original_no")) // null in the LIVE wave, by a check
            .collect(toSet());
    assertThat(columns).isEqualTo(KEPT.keySet());
    String text = privacy.select("dd").get(2).text();
    assertThat(Set.of(text.substring(0, text.length() - 1).split("、", -1)))
        .isEqualTo(Set.copyOf(KEPT.values()));
  }

  @Test
  @Says({"この質問への回答の集計・公表と、元の調査との比較。", "このサイトの設置者（名称・連絡先は設定されていません）", "管理者。"})
  void namesTheOperatorAsConfigured() {
    assertThat(privacy.expectFirst("dd").text()).isEqualTo("このサイトの設置者（名称・連絡先は設定されていません）");
    // With one configured: MethodIT. A tally and a comparison are all that is published.
    assertThat(Respondent.html(Respondent.get(ADDRESS + "results")).select("#mentions")).hasSize(1);
    assertThat(Respondent.get(ADDRESS + "admin/responses.csv").body())
        .doesNotContain("response_id");
  }

  @Test
  @Says({
    "選んだ回答、年代・性別・職業は、集計のためです。",
    "コメントは、回答の理由を知るためと、同意のあったものを掲載するためです。",
    "送信日時は、日ごとの推移と、受付コードの画面に受け付けた日時を示すためです。",
    "そのほかの項目は、掲載や除外の判断、二重登録の防止、受付コードによる確認・修正・取り消しのためです。"
  })
  void usesAllThatIsKept() {
    Respondent respondent = Respondent.complaining(ADDRESS).with("comment_public", "1");
    String receipt = Respondent.receipt(respondent.send());
    assertThat(Respondent.receipt(respondent.send())).isEqualTo(receipt);
    Admin admin = SURVEY.admin();
    assertThat(admin.get("admin/?age=AGE_30S").statusCode()).isEqualTo(200);
    assertThat(admin.get("admin/comments").body()).contains("説明がほしい");
    assertThat(Respondent.html(Respondent.get(ADDRESS + "results")).select("#course-heading"))
        .hasSize(1);
    String today = DateTimeFormatter.ofPattern("yyyy年M月d日").format(LocalDate.now(JAPAN));
    assertThat(SURVEY.useReceipt(receipt, "").body()).contains(today);
  }
}
