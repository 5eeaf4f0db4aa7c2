package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** The privacy text: every sentence of it is held by a test, and none stands there without one. */
class PrivacyIT {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int LIMIT = 20;
  private static final int DAYS = 90;

  private static final KnownSurvey SURVEY = new KnownSurvey();

  /** One that watches for machines and erases comments, as the other one does not. */
  private static final RunningSurvey NODE =
      SURVEY.anotherNode(
          Map.of(
              "SURVEY_RATE_LIMIT", String.valueOf(LIMIT),
              "SURVEY_COMMENT_RETENTION", String.valueOf(DAYS),
              "SURVEY_TRUSTED_PROXIES", "127.0.0.1"));

  private static final String ADDRESS = NODE.address();
  private static final List<String> PUBLIC =
      List.of(
          "",
          "?lang=en",
          "results",
          "results?lang=en",
          "about",
          "about?lang=en",
          "receipt",
          "thanks",
          "api/results",
          "api/method",
          "health/live",
          "health/ready");

  private static final byte[] CLIENT = {127, 0, 73, 4};

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

  private final Element privacy = privacy(ADDRESS);

  private static Element privacy(String address) {
    return Respondent.html(Respondent.get(address + "about")).expectFirst("section:has(#privacy)");
  }

  @AfterAll
  static void end() {
    NODE.close();
    SURVEY.close();
  }

  @Test
  void saysNothingWithoutATest() {
    Set<String> held =
        Arrays.stream(PrivacyIT.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Says.class))
            .flatMap(method -> Arrays.stream(method.getAnnotation(Says.class).value()))
            .collect(toSet());
    Set<String> said = new HashSet<>(sentences(privacy));
    assertThat(sentences(privacy)).as("says nothing twice").hasSameSizeAs(said);
    said.addAll(sentences(privacy(SURVEY.address())));
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
    Element english =
        Respondent.html(Respondent.get(ADDRESS + "about?lang=en"))
            .expectFirst("section:has(#privacy)");
    assertThat(english.select("dt")).hasSameSizeAs(privacy.select("dt"));
    assertThat(english.text()).contains("until 90 days after").doesNotContain("{", "???");
  }

  @Test
  @Says({
    "選んだ回答、年代・性別・職業、コメント、送信日時、掲載の可否、掲載に添える大まかな年代、回答の番号、どちらの調査かの区分、集計に含めるかどうかの区分と不自然な送信の目印、除外した場合の理由とそれまでの区分、変更の回数、二重登録を防ぐための符号と再送信の目印、受付コードを照合するための値（コード自体は保存しません）。"
  })
  void namesEveryColumnThatARespondentsRowHasAndNoOther() throws IOException {
    Set<String> columns =
        columnsOfResponse().stream()
            .filter(column -> !column.equals("original_no")) // null in the LIVE wave, by a check
            .collect(toSet());
    assertThat(columns).isEqualTo(KEPT.keySet());
    String text = privacy.select("dd").get(2).text();
    assertThat(Set.of(text.substring(0, text.length() - 1).split("、", -1)))
        .isEqualTo(Set.copyOf(KEPT.values()));
  }

  /** In all migrations: those it was created with and those added since. */
  private static List<String> columnsOfResponse() throws IOException {
    List<String> columns = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("db"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".sql")).toList()) {
        String sql = Files.readString(file).replaceAll("--.*", "");
        Matcher created = Pattern.compile("(?s)create table response \\((.*?)\\n\\)").matcher(sql);
        if (created.find()) {
          Pattern.compile("(?m)^  (\\w+) +(?:bigint|tinyint|smallint|varchar|datetime|text|binary)")
              .matcher(created.group(1))
              .results()
              .forEach(column -> columns.add(column.group(1)));
        }
        Matcher altered = Pattern.compile("(?s)alter table response\\s(.*?);").matcher(sql);
        while (altered.find()) {
          Pattern.compile(
                  "add (?:column )?(?!constraint|key|index|fulltext|unique|check|foreign)(\\w+)")
              .matcher(altered.group(1))
              .results()
              .forEach(column -> columns.add(column.group(1)));
        }
      }
    }
    return columns;
  }

  @Test
  @Says({"お名前、メールアドレス、IPアドレス、端末の情報。", "サーバーの記録（ログ）にも、回答の内容やIPアドレスは残しません。"})
  void neitherTheDatabaseNorTheLogsKnowWhereAResponseCameFrom() throws IOException {
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
    assertThat(postFromElsewhere(respondent)).startsWith("HTTP/1.1 303");

    Traces traces = Traces.of(SURVEY, NODE);
    traces.assertStored("kept-comment-7304");
    traces.assertNowhere(Traces.address("127.0.73.4"));
    traces.assertNowhere(Traces.address("192.0.2.73"));
    traces.assertNowhere("Device-7304");
    traces.assertNotLogged("kept-comment-7304"); // More of all this: LogsIT.
  }

  /** Posts a form from another loopback address, which Java's client cannot. */
  private static String postFromElsewhere(Respondent respondent) throws IOException {
    try (Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(), NODE.port(), InetAddress.getByAddress(CLIENT), 0)) {
      byte[] body = respondent.encoded().getBytes(UTF_8);
      String head =
          String.join(
              "\r\n",
              "POST / HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              "User-Agent: Device-7304",
              "X-Forwarded-For: 192.0.2.73",
              "Content-Type: application/x-www-form-urlencoded",
              "Content-Length: " + body.length,
              "",
              "");
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  @Says("フォームを開いた時刻は、署名をつけてフォームの中だけに置き、送信までの時間を確かめたあとは残しません。")
  void keepsTheTimeOfOpeningInTheFormAlone() {
    Respondent respondent = Respondent.complaining(ADDRESS);
    String opened = respondent.value("opened");
    assertThat(opened).matches("[0-9]{10}\\.[A-Za-z0-9_-]{16}");
    assertThat(respondent.send().statusCode()).isEqualTo(303);
    Traces traces = Traces.of(SURVEY, NODE);
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
        new ArrayList<>(PUBLIC.stream().map(path -> Respondent.get(ADDRESS + path)).toList());
    answers.add(Respondent.complaining(ADDRESS).with("choice").send());
    HttpResponse<String> sent = Respondent.complaining(ADDRESS).send();
    answers.add(Respondent.get(ADDRESS + Respondent.location(sent).substring(1)));
    answers.add(useReceipt(Respondent.location(sent).replaceFirst(".*=", ""), ""));
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

  private static HttpResponse<String> useReceipt(String receipt, String more) {
    return Respondent.post(
        ADDRESS + "receipt", "application/x-www-form-urlencoded", "receipt=" + receipt + more);
  }

  private static String stored(String receipt, String columns) {
    return SURVEY.ask(
        "select %s from response where receipt_hash = unhex(sha2('%s', 256))"
            .formatted(columns, receipt));
  }

  /** The receipt of a response that was stored. */
  private static String receipt(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return Respondent.location(answer).replaceFirst(".*=", "");
  }

  @Test
  @Says({
    "開いてすぐに送られた回答（開いた時刻を確かめられないものを含みます）、人には見えない欄に入力のある回答、同じ接続元から短い間に数多く送られた回答には、「要確認」の目印をつけます。",
    "目印のある回答も集計に含め、目印は管理者だけが確認します。"
  })
  void marksWhatLooksLikeAMachinesAndShowsItToAdminsAlone() {
    int before = Respondent.count(ADDRESS);
    String receipt = receipt(Respondent.complaining(ADDRESS).send());
    assertThat(stored(receipt, "status")).isEqualTo("FLAGGED"); // The other reasons: SuspicionIT.
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
    assertThat(useReceipt(receipt, "").body()).doesNotContain("要確認", "FLAGGED");
    assertThat(Respondent.get(ADDRESS + "api/results").body()).doesNotContain("FLAGGED");
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    assertThat(admin.get("admin/response?id=" + stored(receipt, "id")).body()).contains("要確認");
  }

  @Test
  @Says({
    "同じ接続元からの送信がけた違いに多いときは、1分ほど待ってから送り直すようお願いします。",
    "回答される方の接続元は、送信や誤った受付コードの回数を数えるためにだけ、1日ごとに無作為に作り直す鍵で別の値に置き換えてメモリー上で扱い、保存も記録もしません。"
  })
  void countsByNetworkInMemoryAlone() {
    Respondent respondent = Respondent.complaining(ADDRESS);
    for (int i = 0; i <= 10 * LIMIT; i++) {
      assertThat(sendFrom("198.51.100.77", respondent).status()).isEqualTo(303);
    }
    RawRequest.Answer refused = sendFrom("198.51.100.77", Respondent.complaining(ADDRESS));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(sendFrom("198.51.100.78", Respondent.complaining(ADDRESS)).status()).isEqualTo(303);
    assertThat(guess(NODE.port(), "198.51.100.77")).isEqualTo(422);
    // The key, and that it is renewed: SourcesTest, FloodsTest.
    Traces.of(SURVEY, NODE).assertNowhere(Traces.address("198.51.100.77"));
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
      assertThat(guess(SURVEY.port(), "198.51.100.79")).isEqualTo(422);
    }
    assertThat(stored(receipt(Respondent.complaining(SURVEY.address()).send()), "status"))
        .isEqualTo("COUNTED");
    assertThat(privacy(SURVEY.address()).text()).doesNotContain("要確認");
  }

  @Test
  @Says({
    "選んだ回答、年代・性別・職業は、集計のためです。",
    "コメントは、回答の理由を知り、掲載してもよいとされたものを掲載するためです。",
    "送信日時は、日ごとの推移と、受付コードの画面に受け付けた日時を示すためです。",
    "そのほかの項目は、掲載や除外の判断、二重登録の防止、受付コードによる確認・修正・取り消しのためです。"
  })
  void usesAllThatIsKept() {
    Respondent respondent = Respondent.complaining(ADDRESS).with("comment_public", "1");
    String receipt = receipt(respondent.send());
    assertThat(receipt(respondent.send())).isEqualTo(receipt);
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    assertThat(admin.get("admin/?age=AGE_30S").statusCode()).isEqualTo(200);
    assertThat(admin.get("admin/comments").body()).contains("説明がほしい");
    assertThat(Respondent.html(Respondent.get(ADDRESS + "results")).select("#course-heading"))
        .hasSize(1);
    String today = DateTimeFormatter.ofPattern("yyyy年M月d日").format(LocalDate.now(JAPAN));
    assertThat(useReceipt(receipt, "").body()).contains(today);
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
  @Says("管理者が回答をダウンロードしたときは、日時・条件・件数を記録します。")
  void recordsWhatAnAdminTakesAway() {
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
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
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    assertThat(Respondent.complaining(ADDRESS).with("comment_public", "1").send().statusCode())
        .isEqualTo(303);
    String response =
        Respondent.html(admin.get("admin/responses"))
            .expectFirst("main input[name=response]")
            .attr("value");
    String id = response.split("-", 2)[0];
    for (String decision : List.of("APPROVE", "EXCLUDE")) {
      admin.post(
          "admin/decisions",
          Map.of(
              "csrf",
              admin.csrf(),
              "decision",
              decision,
              "reason",
              "TEST",
              "response",
              decision.equals("APPROVE") ? response : next(response)));
    }
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

  /** The same response after one change. */
  private static String next(String response) {
    String[] parts = response.split("-", 2);
    return parts[0] + "-" + (Integer.parseInt(parts[1]) + 1);
  }

  @Test
  @Says({"第三者には提供しません。", "全体の集計。", "掲載してもよいとされ、管理者が承認したコメントだけを、回答の選択肢と大まかな年代を添えて掲載します。"})
  void publishesNoCommentThatNobodyApproved() {
    for (String consent : List.of("", "1")) {
      Respondent respondent = Respondent.complaining(ADDRESS).with("comment", "unapproved-7304");
      assertThat(
              (consent.isEmpty() ? respondent : respondent.with("comment_public", consent))
                  .send()
                  .statusCode())
          .isEqualTo(303);
    }
    assertThat(PUBLIC)
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
    assertThat(
            Respondent.complaining(ADDRESS)
                .with("age", rare)
                .with("gender", "OTHER")
                .with("occupation", "FREELANCE")
                .send()
                .statusCode())
        .isEqualTo(303);
    for (String by : List.of("age", "gender", "occupation")) {
      for (String wave : List.of("LIVE", "ALL")) {
        HttpResponse<String> answer =
            Respondent.get(ADDRESS + "api/results/crosstab?by=" + by + "&wave=" + wave);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(figuresByGroup(answer)).as(answer.body()).noneMatch(n -> n > 0 && n < 3);
      }
    }
    assertThat(Respondent.get(ADDRESS + "api/results").body()).doesNotContain(rare);
  }

  private static List<Integer> figuresByGroup(HttpResponse<String> answer) {
    JsonObject table = Json.createReader(new StringReader(answer.body())).readObject();
    List<Integer> figures = new ArrayList<>();
    for (JsonObject group : table.getJsonArray("groups").getValuesAs(JsonObject.class)) {
      group.getJsonObject("primary").values().stream()
          .filter(value -> value.getValueType() == JsonValue.ValueType.NUMBER)
          .forEach(value -> figures.add(Integer.valueOf(value.toString())));
      if (!group.isNull("n")) {
        figures.add(group.getInt("n"));
      }
    }
    return figures;
  }

  @Test
  @Says("選んだ回答は送信後すぐ全体の集計に加わります。")
  void countsAtOnce() {
    int before = Respondent.count(ADDRESS);
    Respondent.complaining(ADDRESS).send();
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }

  @Test
  @Says({
    "受付コードで、いつでも回答の確認・修正・取り消しができます。",
    "修正しても、送信日時と受付コードはそのままで、修正前の内容は残しません。",
    "修正や取り消しの日時と回答の番号は記録し、内容は記録しません。"
  })
  void letsOneCorrectTheResponseAndForgetsWhatWasSaidBefore() {
    Respondent respondent = Respondent.complaining(ADDRESS).with("comment", "before-7304");
    String receipt = receipt(respondent.send());
    String id = stored(receipt, "id");
    String sentAt = stored(receipt, "submitted_at");
    assertThat(useReceipt(receipt, "").body()).contains("before-7304");

    assertThat(correct(receipt, respondent, "after-7304").statusCode()).isEqualTo(200);

    assertThat(stored(receipt, "comment")).isEqualTo("after-7304");
    assertThat(stored(receipt, "submitted_at")).isEqualTo(sentAt);
    Traces traces = Traces.of(SURVEY, NODE);
    traces.assertNotInTables("before-7304");
    traces.assertNotLogged("before-7304");
    assertThat(SURVEY.ask("select group_concat(action) from audit_entry where response_id = " + id))
        .isEqualTo("RESPONSE_CORRECTED");
  }

  private static HttpResponse<String> correct(
      String receipt, Respondent respondent, String comment) {
    return useReceipt(
        receipt,
        "&step=correct&version="
            + stored(receipt, "version")
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
    "取り消すと、選んだ回答、年代・性別・職業、コメントをすぐに消去し、集計からも除きます。",
    "取り消した回答は元に戻せません。",
    "同じフォームの二重登録を防ぎ、受付コードに取り消し済みとお答えするため、回答の番号、どちらの調査かの区分、送信日時、取り消し済みで掲載しないことを示す区分、変更の回数、二重登録を防ぐための符号と再送信の目印、受付コードを照合するための値だけは残ります。",
    "管理者がそれまでにダウンロードしたファイルからは消えません。"
  })
  void leavesABareRowOfWhatIsWithdrawn() throws SQLException {
    Respondent respondent =
        Respondent.complaining(ADDRESS)
            .with("comment", "withdrawn-7304")
            .with("comment_public", "1");
    String receipt = receipt(respondent.send());
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    assertThat(admin.get("admin/responses.csv?wave=LIVE").body()).contains("withdrawn-7304");
    int before = Respondent.count(ADDRESS);

    assertThat(useReceipt(receipt, "&step=withdraw").statusCode()).isEqualTo(200);

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
    assertThat(stored(receipt, "concat_ws(' ', status, comment_public, has_comment)"))
        .isEqualTo("WITHDRAWN NO 0");
    Traces traces = Traces.of(SURVEY, NODE);
    traces.assertNotInTables("withdrawn-7304");
    traces.assertNotLogged("withdrawn-7304");
    assertThat(admin.get("admin/responses.csv?wave=LIVE").body()).doesNotContain("withdrawn-7304");

    assertThat(receipt(respondent.send())).as("the same form again").isEqualTo(receipt);
    assertThat(correct(receipt, respondent, "again-7304").body()).contains("取り消されています");
    assertThat(stored(receipt, "status")).isEqualTo("WITHDRAWN");
    assertThat(SURVEY.ask("select count(*) from response where comment = 'again-7304'"))
        .isEqualTo("0");
  }

  private static List<String> columnsLeft(String receipt) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = SURVEY.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select * from response where receipt_hash = unhex(sha2(?, 256))")) {
      statement.setString(1, receipt);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          if (row.getObject(i) != null) {
            names.add(row.getMetaData().getColumnName(i));
          }
        }
      }
    }
    return names;
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
    Instant firstMoment = LocalDate.now(JAPAN).minusDays(DAYS).atStartOfDay(JAPAN).toInstant();
    add(firstMoment, "still-kept-7304");
    add(firstMoment.minusSeconds(1), "expired-7304");
    SURVEY.tell("update response set version = 3 where comment = 'expired-7304'");
    int before = Respondent.count(ADDRESS);
    // The node that keeps everything, started anew, and one that does not.
    try (RunningSurvey keeping = SURVEY.anotherNode()) {
      assertThat(
              Respondent.get(keeping.address() + "results?comments=FORGIVE_IF_APOLOGISED").body())
          .contains("expired-7304", "still-kept-7304");
    }
    try (RunningSurvey erasing =
        SURVEY.anotherNode(Map.of("SURVEY_COMMENT_RETENTION", String.valueOf(DAYS)))) {
      SURVEY.await("select count(*) from response where comment = 'expired-7304'", "0");
      assertThat(
              Respondent.get(erasing.address() + "results?comments=FORGIVE_IF_APOLOGISED").body())
          .contains("still-kept-7304")
          .doesNotContain("expired-7304");
    }
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
    assertThat(
            SURVEY.ask(
                "select concat_ws(' ', forgive_if_apologised, age_group, comment_public, version) from response where version = 4"))
        .isEqualTo("1 AGE_30S NO 4");
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    Element newest =
        Respondent.html(admin.get("admin/audit?kind=RETENTION")).expectFirst("main tbody tr");
    assertThat(newest.text())
        .contains("（自動）", "保存期間を過ぎたコメントを消去", "1件", "今回の調査")
        .doesNotContain("7304");
  }

  private static void add(Instant at, String comment) {
    SURVEY.add(at, "COUNTED", Choice.FORGIVE_IF_APOLOGISED, comment, "APPROVED", null);
  }
}
