package survey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The privacy text: every sentence of it is held by a test, and none stands there without one. */
class PrivacyIT {
  private static final RunningSurvey SURVEY = RunningSurvey.shared();
  private static final String ADDRESS = SURVEY.address();
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
          Map.entry("comment_public", "掲載の可否"),
          Map.entry("comment_band", "掲載に添える大まかな年代"),
          Map.entry("status", "集計に含めるかどうかの区分"),
          Map.entry("version", "変更の回数"),
          Map.entry("exclusion_reason", "除外した場合の理由とそれまでの区分"),
          Map.entry("status_before", "除外した場合の理由とそれまでの区分"),
          Map.entry("repeated", "二重登録を防ぐための符号と再送信の目印"),
          Map.entry("key_hash", "二重登録を防ぐための符号と再送信の目印"),
          Map.entry("receipt_hash", "受付コードを照合するための値（コード自体は保存しません）"));

  private final Element privacy =
      Respondent.html(Respondent.get(ADDRESS + "about")).expectFirst("section:has(#privacy)");

  @Test
  void saysNothingWithoutATest() {
    Set<String> held =
        Arrays.stream(PrivacyIT.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Says.class))
            .flatMap(method -> Arrays.stream(method.getAnnotation(Says.class).value()))
            .collect(toSet());
    List<String> said =
        privacy.select("dd, p").eachText().stream()
            .flatMap(text -> Arrays.stream(text.split("(?<=。)", -1)))
            .filter(sentence -> !sentence.isEmpty())
            .toList();
    assertThat(said).containsExactlyInAnyOrderElementsOf(held);
  }

  @Test
  @Says({
    "選んだ回答、年代・性別・職業、コメント、送信日時、掲載の可否、掲載に添える大まかな年代、回答の番号、どちらの調査かの区分、集計に含めるかどうかの区分、除外した場合の理由とそれまでの区分、変更の回数、二重登録を防ぐための符号と再送信の目印、受付コードを照合するための値（コード自体は保存しません）。"
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

    Path home = SURVEY.home();
    assertThat(holds(home.resolve("db"), "kept-comment-7304")).isTrue();
    for (String trace : List.of("127.0.73.4", "192.0.2.73", "Device-7304")) {
      assertThat(holds(home.resolve("db"), trace)).as(trace).isFalse();
      assertThat(holds(home.resolve("log"), trace)).as(trace).isFalse();
      assertThat(SURVEY.output()).doesNotContain(trace);
    }
    assertThat(holds(home.resolve("log"), "kept-comment-7304")).isFalse();
    assertThat(SURVEY.output()).doesNotContain("kept-comment-7304");
  }

  /** Posts a form from another loopback address, which Java's client cannot. */
  private static String postFromElsewhere(Respondent respondent) throws IOException {
    try (Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(), SURVEY.port(), InetAddress.getByAddress(CLIENT), 0)) {
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

  private static boolean holds(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  @Says("回答や結果の閲覧にCookieは使いません。")
  void setsNoCookieAnywhere() {
    List<HttpResponse<String>> answers =
        new ArrayList<>(PUBLIC.stream().map(path -> Respondent.get(ADDRESS + path)).toList());
    HttpResponse<String> sent = Respondent.complaining(ADDRESS).send();
    answers.add(sent);
    answers.add(Respondent.get(ADDRESS + Respondent.location(sent).substring(1)));
    answers.add(Respondent.complaining(ADDRESS).with("choice").send());
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.headers().map()).doesNotContainKey("set-cookie"));
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
  @Says({"受付コードで、いつでも回答を確認できます。", "送信した回答の修正と取り消しは、いまのところできません。"})
  void showsOnesResponseAndOffersNoChangeOfIt() {
    String thanks = Respondent.location(Respondent.complaining(ADDRESS).send());
    String receipt = thanks.substring(thanks.indexOf('=') + 1);
    Document shown =
        Respondent.html(
            Respondent.post(
                ADDRESS + "receipt", "application/x-www-form-urlencoded", "receipt=" + receipt));
    assertThat(shown.text()).contains("説明がほしい");
    assertThat(shown.select("form")).isEmpty();
  }

  @Test
  @Says("定めていません。")
  void erasesNothing() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContainPattern("(?i)delete\\s+from\\s+response|set\\s+comment\\s*=\\s*null");
      }
    }
  }
}
