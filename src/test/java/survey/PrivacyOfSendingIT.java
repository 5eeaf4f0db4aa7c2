package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import survey.results.KnownSurvey;

/** What the privacy text says of sending: what is asked, looked at and left behind. */
class PrivacyOfSendingIT {
  private static final PrivacySurvey SURVEY = PrivacySurvey.shared();
  private static final KnownSurvey KNOWN = SURVEY.known();
  private static final RunningSurvey NODE = SURVEY.node();
  private static final String ADDRESS = NODE.address();

  @Test
  @Says({"お名前、メールアドレス、IPアドレス、端末の情報。", "サーバーの記録（ログ）にも、回答の内容やIPアドレスは残しません。"})
  void neitherTheDatabaseNorTheLogsKnowWhereAResponseCameFrom() {
    Set<String> asked =
        Set.copyOf(Respondent.html(Respondent.get(ADDRESS)).select("form [name]").eachAttr("name"));
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "key",
            "opened",
            "website", // for machines, which nobody sees
            "choice",
            "primary",
            "comment",
            "comment_public",
            "age",
            "gender",
            "occupation",
            "send");

    Respondent respondent =
        Respondent.complaining(ADDRESS).with("comment", "kept-comment-7304").with("comment_public");
    RawRequest.Answer sent =
        RawRequest.of("POST", "/")
            .with("User-Agent", "Device-7304")
            .with("X-Forwarded-For", "192.0.2.73")
            .posting(respondent.encoded())
            .from(Traces.address("127.0.73.4"))
            .sendTo(NODE.port());
    assertThat(sent.status()).isEqualTo(303);

    Traces traces = SURVEY.traces();
    traces.assertStored("kept-comment-7304");
    traces.assertNowhere(Traces.address("127.0.73.4"));
    traces.assertNowhere(Traces.address("192.0.2.73"));
    traces.assertNowhere("Device-7304");
    traces.assertNotLogged("kept-comment-7304"); // More of all this: LogsIT.
  }

  @Test
  @Says("フォームを開いた時刻は、署名をつけてフォームの中だけに置き、送信までの時間を確かめたあとは残しません。")
  void keepsTheTimeOfOpeningInTheFormAlone() {
    Respondent respondent = Respondent.complaining(ADDRESS);
    String opened = respondent.value("opened");
    assertThat(opened).matches("[0-9]{10}\\.[A-Za-z0-9_-]{16}");
    assertThat(respondent.send().statusCode()).isEqualTo(303);
    Traces traces = SURVEY.traces();
    traces.assertNowhere(opened);
    traces.assertNowhere(opened.split("\\.", 2)[1]);
  }

  @Test
  @Says({
    "回答を送信するまで、Cookieは使いません。",
    "送信したあとに限り、このブラウザから回答が送信されたことだけを示すCookie（名前はanswered）を1つ、1年間置きます。",
    "どなたの、どの回答かを示す情報は含みません。",
    "もう一度フォームを開いたときに、送信済みであることをお知らせするために使い、回答を断ることはありません。"
  })
  void setsOneCookieThatIsTheSameForAllAndOnlyAfterSending() {
    List<HttpResponse<String>> answers =
        new ArrayList<>(
            PrivacySurvey.PUBLIC.stream().map(path -> Respondent.get(ADDRESS + path)).toList());
    answers.add(Respondent.complaining(ADDRESS).with("choice").send());
    HttpResponse<String> sent = Respondent.complaining(ADDRESS).send();
    answers.add(Respondent.get(ADDRESS + Respondent.location(sent).substring(1)));
    answers.add(SURVEY.useReceipt(Respondent.receipt(sent), ""));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.headers().map()).doesNotContainKey("set-cookie"));

    List<String> cookies = sent.headers().allValues("Set-Cookie");
    assertThat(cookies)
        .containsExactly("answered=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax")
        .isEqualTo(Respondent.complaining(ADDRESS).send().headers().allValues("Set-Cookie"));
    HttpResponse<String> again = Respondent.getWithCookie(ADDRESS, "answered=1");
    assertThat(Respondent.html(again).select("#answered")).hasSize(1);
    assertThat(Respondent.html(again).select("form [name=send]")).hasSize(1);
  }

  @Test
  @Says({
    "開いてすぐに送られた回答（開いた時刻を確かめられないものを含みます）、人には見えない欄に入力のある回答、同じ接続元から短い間に数多く送られた回答には、「要確認」の目印をつけます。",
    "目印のある回答も集計に含め、目印は管理者だけが確認します。"
  })
  void marksWhatLooksLikeAMachinesAndShowsItToAdminsAlone() {
    int before = Respondent.count(ADDRESS);
    String receipt = Respondent.receipt(Respondent.complaining(ADDRESS).send());
    assertThat(KNOWN.stored(receipt, "status"))
        .isEqualTo("FLAGGED"); // The other reasons: SuspicionIT.
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
    assertThat(SURVEY.useReceipt(receipt, "").body()).doesNotContain("要確認", "FLAGGED");
    assertThat(Respondent.get(ADDRESS + "api/results").body()).doesNotContain("FLAGGED");
    Admin admin = SURVEY.admin();
    assertThat(admin.get("admin/response?id=" + KNOWN.stored(receipt, "id")).body())
        .contains("要確認");
  }

  @Test
  @Says({
    "同じ接続元からの送信がけた違いに多いときは、1分ほど待ってから送り直すようお願いします。",
    "回答される方の接続元は、送信や誤った受付コードの回数を数えるためにだけ、1日ごとに無作為に作り直す鍵で別の値に置き換えてメモリー上で扱い、保存も記録もしません。"
  })
  void countsByNetworkInMemoryAlone() {
    Respondent respondent = Respondent.complaining(ADDRESS);
    for (int i = 0; i < 10 * PrivacySurvey.LIMIT; i++) {
      respondent.with("key", "network-of-77-%018d".formatted(i));
      assertThat(sendFrom("198.51.100.77", respondent).status()).isEqualTo(303);
    }
    RawRequest.Answer refused = sendFrom("198.51.100.77", Respondent.complaining(ADDRESS));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(sendFrom("198.51.100.78", Respondent.complaining(ADDRESS)).status()).isEqualTo(303);
    assertThat(guess(NODE.port(), "198.51.100.77")).isEqualTo(422);
    // The key, and that it is renewed: SourcesTest, FloodsTest.
    SURVEY.traces().assertNowhere(Traces.address("198.51.100.77"));
  }

  private static RawRequest.Answer sendFrom(String source, Respondent respondent) {
    return RawRequest.of("POST", "/?answers")
        .with("X-Forwarded-For", source)
        .posting(respondent.encoded())
        .sendTo(NODE.port());
  }

  private static int guess(int port, String source) {
    return RawRequest.of("POST", "/receipt")
        .with("X-Forwarded-For", source)
        .posting("receipt=0000-0000-0000-7304")
        .sendTo(port)
        .status();
  }

  @Test
  @Says({"いまは行っていません。", "回答や受付コードの接続元は、メモリー上でも扱いません。"})
  void saysSoWhereNothingIsChecked() {
    for (int i = 0; i < 30; i++) {
      assertThat(guess(KNOWN.port(), "198.51.100.79")).isEqualTo(422);
    }
    String receipt = Respondent.receipt(Respondent.complaining(KNOWN.address()).send());
    assertThat(KNOWN.stored(receipt, "status")).isEqualTo("COUNTED");
    assertThat(PrivacySurvey.text(KNOWN.address() + "about").text()).doesNotContain("要確認");
  }
}
