package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import survey.results.KnownSurvey;

/**
 * No table, no file of the database, no log and no output knows where anybody came from, with what
 * device, with which form or receipt: whatever respondents do, and admins.
 */
class LogsIT {
  private static final String AGENT = "Recognisable-Device/7304";
  private static final String COMMENT = "表にもログにも残らない";

  private static KnownSurvey survey;
  private static RunningSurvey node;

  private String source;

  @BeforeAll
  static void start() {
    survey = new KnownSurvey();
    node =
        survey.anotherNode(
            Map.of("SURVEY_TRUSTED_PROXIES", "127.0.0.1, ::1", "SURVEY_RATE_LIMIT", "2"));
  }

  @AfterAll
  static void stop() {
    node.close();
    survey.close();
  }

  private RawRequest.Answer send(RawRequest request) {
    return request
        .with("X-Forwarded-For", source)
        .with("Forwarded", "for=\"[" + source + "]\"")
        .with("X-Real-IP", source)
        .with("User-Agent", AGENT)
        .with("Accept-Language", "ja,x-recognisable-7304")
        .sendTo(node.port());
  }

  private RawRequest.Answer get(String target) {
    return send(RawRequest.of("GET", target));
  }

  private RawRequest.Answer post(String target, String fields) {
    return send(RawRequest.of("POST", target).posting(fields));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.173, 203.0.113.173",
    "2001:db8:7304:aa01:bb02:cc03:dd04:ee05, 2001:db8:7304:aa01",
    "::ffff:198.51.100.173, 198.51.100.173"
  })
  void nameNeitherSourceNorDeviceNorKeyNorReceiptNorComment(String client, String network) {
    source = client;
    Document form = Jsoup.parse(get("/").body());
    Respondent respondent =
        Respondent.complaining(node.address())
            .with("key", form.expectFirst("[name=key]").attr("value"))
            .with("opened", form.expectFirst("[name=opened]").attr("value"))
            .with("comment", COMMENT)
            .with("comment_public", "1");
    String key = respondent.key();
    String receipt = respond(respondent);
    useReceipt(receipt, respondent);
    String password = administer();

    Traces traces = Traces.of(survey, node, survey.node());
    InetAddress address = Traces.address(client);
    traces.assertNowhere(address, client, network);
    for (String text : new String[] {AGENT, "x-recognisable-7304", "Guessed-Password-7304"}) {
      traces.assertNowhere(text);
      traces.assertNoDigest(text);
    }
    traces.assertNowhere(key);
    traces.assertNowhere(receipt);
    traces.assertNowhere(String.join("-", receipt.split("(?<=\\G.{4})")));
    traces.assertNotInTables(password); // The console tells it once, as it is to.
    traces.assertNotInTables(COMMENT);
    traces.assertNotLogged(COMMENT);
    traces.assertNotLogged("書き直した");
    traces.assertNotLogged("Duplicate entry");
    traces.assertNotInTables(form.expectFirst("[name=opened]").attr("value"));
  }

  /** Mistakes, sends, sends again, and far too often; looks around. */
  private String respond(Respondent respondent) {
    assertThat(post("/?answers", respondent.with("age", "AGE_99").encoded()).status())
        .isEqualTo(422);
    RawRequest.Answer sent = post("/?answers", respondent.with("age", "AGE_30S").encoded());
    assertThat(sent.status()).isEqualTo(303);
    String thanks = sent.header("Location");
    post("/?answers", respondent.encoded());
    get(thanks);
    get("/results");
    get("/api/results");
    get("/about?lang=en");
    String receipt = Respondent.receipt(thanks);
    get("/no-such-page?receipt=" + receipt + "&key=" + respondent.key());
    post("/", "key=" + respondent.key() + "&comment=%FF%00" + encoded(COMMENT));
    post("/api/results", respondent.encoded());
    int status = 0;
    for (int i = 0; i < 25 && status != 429; i++) {
      String key = "%08d".formatted(i) + respondent.key().substring(8);
      String fields = respondent.encoded().replace(respondent.key(), key);
      status = post("/?answers", fields.replace(encoded(COMMENT), "flood")).status();
    }
    assertThat(status).isEqualTo(429);
    return receipt;
  }

  /** Guesses, looks, mistakes, corrects, withdraws. */
  private void useReceipt(String receipt, Respondent respondent) {
    String code = "receipt=" + receipt;
    assertThat(post("/receipt", "receipt=0000-0000-0000-7304").status()).isEqualTo(422);
    assertThat(post("/receipt", code).body()).contains(COMMENT);
    Document questions = Jsoup.parse(post("/receipt", code + "&step=edit").body());
    String correct =
        "&step=correct&version=" + questions.expectFirst("[name=version]").attr("value") + "&";
    String correction =
        respondent.with("key").with("opened").with("website").with("send").encoded();
    assertThat(post("/receipt", code + correct + correction.replace("AGE_30S", "AGE_99")).status())
        .isEqualTo(422);
    assertThat(
            post(
                    "/receipt",
                    code + correct + correction.replace(encoded(COMMENT), encoded("書き直した")))
                .status())
        .isEqualTo(200);
    assertThat(survey.ask("select count(*) from response where comment = '書き直した'")).isEqualTo("1");
    assertThat(post("/receipt", code + "&step=withdraw").status()).isEqualTo(200);
    assertThat(survey.ask("select count(*) from response where comment = '書き直した'")).isEqualTo("0");
  }

  /** Fails to sign in, signs in, downloads; the password. */
  private String administer() {
    String password = survey.node().adminPassword();
    post("/login", "account=admin&password=Guessed-Password-7304");
    RawRequest.Answer signedIn =
        post("/login", "account=admin&to=%2Fadmin%2F&password=" + encoded(password));
    assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(303);
    for (String pair : new String[] {"admin:Guessed-Password-7304", "admin:" + password}) {
      String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
      RawRequest.Answer answer =
          send(RawRequest.of("GET", "/admin/responses.csv").with("Authorization", basic));
      assertThat(answer.status()).isEqualTo(pair.endsWith("7304") ? 401 : 200);
    }
    return password;
  }
}
