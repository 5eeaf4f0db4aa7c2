package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells browsers, whatever it is an answer to. */
class HeadersIT {
  private static RunningSurvey survey;
  private static String cookie;

  @BeforeAll
  static void start() {
    survey =
        RunningSurvey.startedAt(
            RunningSurvey.freshHome("headers"), Map.of("SURVEY_TRUSTED_PROXIES", "127.0.0.1, ::1"));
    cookie = Admin.signedIn(survey.address(), survey.adminPassword()).cookie();
  }

  @AfterAll
  static void stop() {
    survey.close();
  }

  private static RawRequest.Answer send(RawRequest request) {
    return request.sendTo(survey.port());
  }

  private static RawRequest.Answer get(String target) {
    return send(RawRequest.of("GET", target));
  }

  private static void assertGuarded(RawRequest.Answer answer, int status, String resources) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.all("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains(
            "default-src 'self';",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'")
        .doesNotContain("unsafe-eval", "*", "http:", "data:")
        .doesNotMatch("(?s).*(script|default)-src[^;]*'unsafe-inline'.*");
    assertThat(answer.all("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.all("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    assertThat(answer.all("Cross-Origin-Resource-Policy")).containsExactly(resources);
    assertThat(answer.all("Permissions-Policy"))
        .singleElement()
        .asString()
        .contains("camera=()", "geolocation=()", "microphone=()", "payment=()")
        .doesNotContain("*", "self");
    assertThat(answer.all("Referrer-Policy")).hasSize(1).isSubsetOf("no-referrer", "same-origin");
    assertThat(answer.all("Cache-Control")).hasSize(1);
    assertThat(answer.all("Server")).isEmpty();
    assertThat(answer.all("X-Powered-By")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/,200",
    "HEAD,/,200",
    "GET,/?lang=en,200",
    "GET,/results,200",
    "GET,/about,200",
    "GET,/receipt,200",
    "GET,/thanks,200",
    "GET,/login,200",
    "GET,/admin,303",
    "GET,/admin/,303",
    "GET,/admin/responses?id=1,303",
    "GET,/admin/responses.csv,401",
    "POST,/admin/decisions,303",
    "POST,/admin/recount,303",
    "POST,/,422",
    "POST,/receipt,422",
    "GET,/survey.css,200",
    "GET,/results.js?v=1,200",
    "GET,/icon.svg,200",
    "GET,/health/live,200",
    "GET,/nowhere,404",
    "GET,/nowhere.css,404",
    "GET,//,404",
    "GET,/index.xhtml,404",
    "GET,/WEB-INF/,404",
    "GET,/WEB-INF/web.xml,404",
    "GET,/META-INF/persistence.xml,404",
    "GET,/metrics,404",
    "PUT,/,405",
    "PATCH,/,405",
    "X-MADE-UP,/,405",
    "DELETE,/survey.css,405",
    "POST,/results,405"
  })
  void standOnEveryAnswer(String method, String target, int status) {
    assertGuarded(
        send(RawRequest.of(method, target).with("Content-Length", "0")), status, "same-origin");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/results,200",
    "GET,/api/method,200",
    "GET,/api/results/crosstab?by=x,400",
    "GET,/api/nowhere,404",
    "HEAD,/api/results/stream,200",
    "DELETE,/api/results,405"
  })
  void letOtherSitesReadWhatIsForEverybody(String method, String target, int status) {
    RawRequest.Answer answer = send(RawRequest.of(method, target));
    assertGuarded(answer, status, "cross-origin");
    assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly("*");
    assertThat(answer.all("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void standOnAnswersThatNothingIsNew() {
    String tag = get("/survey.css").header("ETag");
    assertThat(tag).isNotEmpty();
    assertGuarded(
        send(RawRequest.of("GET", "/survey.css").with("If-None-Match", tag)), 304, "same-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/", "/admin/responses", "/admin/settings", "/admin/comments"})
  void letAdminsPagesRunTheirOwnScriptsAlone(String target) {
    RawRequest.Answer answer = send(RawRequest.of("GET", target).with("Cookie", cookie));
    assertGuarded(answer, 200, "same-origin");
    assertThat(answer.header("Content-Security-Policy"))
        .as("the first script-src is what counts, and names no other source")
        .matches("((?!script-src).)*; script-src 'self' 'nonce-[^'; ]{20,}'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/thanks", "/thanks?receipt=x", "/receipt", "/login", "/admin/", "/admin"})
  void letNobodyKeepWhatIsPersonal(String target) {
    assertThat(get(target).header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void letAssetsBeKeptForGoodUnderTheirOwnVersionAlone() {
    Matcher styles = Pattern.compile("/survey\\.css\\?v=\\w+").matcher(get("/").body());
    assertThat(styles.find()).isTrue();
    assertThat(get(styles.group()).header("Cache-Control")).contains("immutable");
    for (String target : List.of("/survey.css", "/survey.css?v=of-another-node", "/survey.js?")) {
      assertThat(get(target).header("Cache-Control")).as(target).isEqualTo("no-cache");
    }
  }

  @Test
  void demandTransportSecurityWhereThereIsSome() {
    for (String target :
        List.of("/", "/nowhere", "/WEB-INF/", "/survey.css", "/api/results", "/admin/")) {
      assertThat(get(target).all("Strict-Transport-Security")).isEmpty();
      assertThat(
              send(RawRequest.of("GET", target).with("X-Forwarded-Proto", "https"))
                  .all("Strict-Transport-Security"))
          .singleElement()
          .asString()
          .matches("max-age=\\d{8}");
    }
  }

  /** To no site at all, a browser would not name its own forms' origin either, but "null". */
  @Test
  void tellWhereOneWasToNobodyButOurOwnForms() {
    for (String target : List.of("/thanks?receipt=x", "/results", "/about", "/api/results")) {
      assertThat(get(target).header("Referrer-Policy")).as(target).isEqualTo("no-referrer");
    }
    for (String target : List.of("/", "/receipt", "/login")) {
      assertThat(get(target).header("Referrer-Policy")).as(target).isEqualTo("same-origin");
    }
  }
}
