package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/**
 * What the privacy text says of how long a response is kept, corrected, withdrawn or left alone.
 */
class PrivacyOfKeepingIT {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final PrivacySurvey SURVEY = PrivacySurvey.shared();
  private static final KnownSurvey KNOWN = SURVEY.known();
  private static final String ADDRESS = SURVEY.address();

  @Test
  @Says({
    "受付コードで、いつでも回答の確認・修正・取り消しができます。",
    "修正しても、送信日時と受付コードはそのままで、修正前の内容は残しません。",
    "修正や取り消しの日時と回答の番号は記録し、内容は記録しません。"
  })
  void letsOneCorrectTheResponseAndForgetsWhatWasSaidBefore() {
    Respondent respondent = Respondent.complaining(ADDRESS).with("comment", "before-7304");
    String receipt = Respondent.receipt(respondent.send());
    String id = KNOWN.stored(receipt, "id");
    String sentAt = KNOWN.stored(receipt, "submitted_at");
    assertThat(SURVEY.useReceipt(receipt, "").body()).contains("before-7304");

    assertThat(correct(receipt, respondent, "after-7304").statusCode()).isEqualTo(200);

    assertThat(KNOWN.stored(receipt, "comment")).isEqualTo("after-7304");
    assertThat(KNOWN.stored(receipt, "submitted_at")).isEqualTo(sentAt);
    Traces traces = SURVEY.traces();
    traces.assertNotInTables("before-7304");
    traces.assertNotLogged("before-7304");
    assertThat(KNOWN.ask("select group_concat(action) from audit_entry where response_id = " + id))
        .isEqualTo("RESPONSE_CORRECTED");
  }

  private static HttpResponse<String> correct(
      String receipt, Respondent respondent, String comment) {
    return SURVEY.useReceipt(
        receipt,
        "&step=correct&version="
            + KNOWN.stored(receipt, "version")
            + "&"
            + respondent
                .with("key")
                .with("opened")
                .with("website")
                .with("send")
                .with("comment", comment)
                .encoded());
  }

  @Test
  @Says({
    "取り消すと、選んだ回答、年代・性別・職業、コメントをすぐに消去し、全体の集計からも除きます。",
    "取り消した回答は元に戻せません。",
    "同じフォームの二重登録を防ぎ、受付コードが入力されたときに取り消し済みとお伝えするため、回答の番号、どちらの調査かの区分、送信日時、取り消し済みで掲載しないことを示す区分、変更の回数、二重登録を防ぐための符号と再送信の目印、受付コードを照合するための値だけは残ります。",
    "管理者がそれまでにダウンロードしたファイルからは消えません。"
  })
  void leavesABareRowOfWhatIsWithdrawn() {
    Respondent respondent =
        Respondent.complaining(ADDRESS)
            .with("comment", "withdrawn-7304")
            .with("comment_public", "1");
    String receipt = Respondent.receipt(respondent.send());
    Admin admin = SURVEY.admin();
    assertThat(admin.get("admin/responses.csv?wave=LIVE").body()).contains("withdrawn-7304");
    int before = Respondent.count(ADDRESS);

    assertThat(SURVEY.useReceipt(receipt, "&step=withdraw").statusCode()).isEqualTo(200);

    assertThat(Respondent.count(ADDRESS)).isEqualTo(before - 1);
    assertThat(columnsLeft(receipt))
        .containsExactlyInAnyOrder(
            "id",
            "wave",
            "submitted_at",
            "status",
            "comment_public",
            "has_comment",
            "version",
            "repeated",
            "key_hash",
            "receipt_hash");
    assertThat(KNOWN.stored(receipt, "concat_ws(' ', status, comment_public, has_comment)"))
        .isEqualTo("WITHDRAWN NO 0");
    Traces traces = SURVEY.traces();
    traces.assertNotInTables("withdrawn-7304");
    traces.assertNotLogged("withdrawn-7304");
    assertThat(admin.get("admin/responses.csv?wave=LIVE").body()).doesNotContain("withdrawn-7304");

    assertThat(Respondent.receipt(respondent.send())).as("the same form again").isEqualTo(receipt);
    assertThat(correct(receipt, respondent, "again-7304").body()).contains("取り消されています");
    assertThat(KNOWN.stored(receipt, "status")).isEqualTo("WITHDRAWN");
    assertThat(KNOWN.ask("select count(*) from response where comment = 'again-7304'"))
        .isEqualTo("0");
  }

  private static List<String> columnsLeft(String receipt) {
    return SURVEY.columnsOfAResponse().stream()
        .filter(column -> KNOWN.stored(receipt, column + " is not null").equals("1"))
        .toList();
  }

  @Test
  @Says({
    "コメントは、送信した日の90日後まで保存し、その翌日に消去します（日本時間）。",
    "掲載中のコメントも結果ページから消えます。",
    "あとから修正したコメントも、はじめに送信した日から数えます。",
    "消去したときは、件数と対象の期間だけを記録します。",
    "コメント以外の項目は、統計として、この調査を続けるあいだ保存します。",
    "コメントを含むすべての項目を、取り消されるまで、この調査を続けるあいだ保存します。"
  })
  void erasesCommentsAfterTheTimeThatIsSetAndOtherwiseNever() {
    Instant firstMoment =
        LocalDate.now(JAPAN).minusDays(PrivacySurvey.DAYS).atStartOfDay(JAPAN).toInstant();
    add(firstMoment, "still-kept-7304");
    add(firstMoment.minusSeconds(1), "expired-7304");
    String expired = KNOWN.ask("select id from response where comment = 'expired-7304'");
    KNOWN.tell("update response set version = 3 where id = ?", expired);
    int before = Respondent.count(ADDRESS);
    // The node that keeps everything, started anew, and one that does not.
    try (RunningSurvey keeping = KNOWN.anotherNode()) {
      assertThat(
              Respondent.get(keeping.address() + "results?comments=FORGIVE_IF_APOLOGISED").body())
          .contains("expired-7304", "still-kept-7304");
    }
    try (RunningSurvey erasing =
        KNOWN.anotherNode(Map.of("SURVEY_COMMENT_RETENTION", String.valueOf(PrivacySurvey.DAYS)))) {
      KNOWN.await("select count(*) from response where comment = 'expired-7304'", "0");
      assertThat(
              Respondent.get(erasing.address() + "results?comments=FORGIVE_IF_APOLOGISED").body())
          .contains("still-kept-7304")
          .doesNotContain("expired-7304");
    }
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
    assertThat(
            KNOWN.ask(
                "select concat_ws(' ', forgive_if_apologised, age_group, comment_public, version) from response where id = "
                    + expired))
        .isEqualTo("1 AGE_30S NO 4");
    Admin admin = SURVEY.admin();
    Element newest =
        Respondent.html(admin.get("admin/audit?kind=RETENTION")).expectFirst("main tbody tr");
    assertThat(newest.text())
        .contains("（自動）", "保存期間を過ぎたコメントを消去", "1件", "今回の調査")
        .doesNotContain("7304");
  }

  @Test
  void takesNoCommentForAResponseWhoseTimeForOneIsOver() {
    Respondent respondent = Respondent.complaining(ADDRESS).with("comment", "old-7304");
    String receipt = Respondent.receipt(respondent.send());
    KNOWN.tell(
        "update response set submitted_at = submitted_at - interval ? day where id = ?",
        PrivacySurvey.DAYS + 2,
        KNOWN.stored(receipt, "id"));

    HttpResponse<String> refused = correct(receipt, respondent, "again-7304");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Respondent.html(refused).expectFirst("#comment-error").text())
        .startsWith("コメントの保存期間を過ぎているため");
    assertThat(Respondent.html(refused).expectFirst("textarea").wholeText().strip())
        .isEqualTo("again-7304");

    HttpResponse<String> corrected = correct(receipt, respondent, "");
    assertThat(corrected.statusCode()).isEqualTo(200);
    assertThat(Respondent.html(corrected).select(".answers .comment").text())
        .isEqualTo("（保存期間を過ぎたコメントは残っていません）");
    assertThat(KNOWN.stored(receipt, "comment is null")).isEqualTo("1");
  }

  private static void add(Instant at, String comment) {
    KNOWN.add(at, "COUNTED", Choice.FORGIVE_IF_APOLOGISED, comment, "APPROVED", null);
  }
}
