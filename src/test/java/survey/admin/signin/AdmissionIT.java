package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static survey.admin.signin.GuardedSurvey.PASSWORD;
import static survey.admin.signin.GuardedSurvey.basic;
import static survey.admin.signin.GuardedSurvey.encoded;
import static survey.admin.signin.GuardedSurvey.freshSource;
import static survey.admin.signin.GuardedSurvey.get;
import static survey.admin.signin.GuardedSurvey.login;
import static survey.admin.signin.GuardedSurvey.send;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.RawRequest;

/** Nobody gets anything of the admins' without having signed in. */
class AdmissionIT {
  private static final List<String> OTHER_METHODS =
      List.of("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "SURVEY", "get");

  static Set<String> addresses() {
    return AdminAddresses.all();
  }

  private static void assertRefused(String target, RawRequest.Answer answer) {
    assertThat(answer.all("Set-Cookie")).as(target).isEmpty();
    if (AdminAddresses.DOWNLOADS.contains(target)) {
      assertThat(answer.status()).as(target).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    } else {
      assertThat(answer.status()).as(target).isEqualTo(303);
      assertThat(answer.header("Location")).as(target).matches("/login(\\?to=%2Fadmin%2F[a-z]+)?");
      assertThat(answer.body()).isEmpty();
    }
    assertHasTheHeadersOfAll(answer);
    assertThat(answer.header("Cache-Control")).as(target).isEqualTo("no-store");
  }

  private static void assertHasTheHeadersOfAll(RawRequest.Answer answer) {
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.all("Server")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void leadsTheAnonymousToTheSignIn(String address) {
    assertRefused(address, get(address));
    assertRefused(address, send(RawRequest.of("HEAD", address)));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void takesNoOtherMethodFromTheAnonymous(String address) {
    for (String method : OTHER_METHODS) {
      RawRequest.Answer answer = send(RawRequest.of(method, address).with("Content-Length", "0"));
      // The server itself takes no PATCH: 400.
      assertThat(answer.status()).as(method).isIn(400, 404, 405, 501);
      assertThat(answer.body()).as(method).doesNotContain("Payara").doesNotContain("java.");
    }
    RawRequest.Answer posted = send(RawRequest.of("POST", address).posting("a=b"));
    if (AdminAddresses.posted().contains(address)) {
      assertThat(posted.status()).isEqualTo(303);
      assertThat(posted.header("Location")).isEqualTo("/login");
    } else {
      assertThat(posted.status()).isEqualTo(405);
    }
    assertHasTheHeadersOfAll(posted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//admin/",
        "///admin/",
        "//admin/audit",
        "/admin//",
        "/admin//audit",
        "/admin;x=1/",
        "/admin/;x=1",
        "/;x=1/admin/",
        "/admin/responses.csv;x=.css",
        "/admin/responses.csv/",
        "/admin/responses.csv%00",
        "/admin/responses.csv%20",
        "/admin/responses%2ecsv",
        "/%61dmin/",
        "/%61dmin/responses.csv",
        "/%2561dmin/",
        "/ADMIN/",
        "/Admin/audit",
        "/admin/AUDIT",
        "/admin/RESPONSES.CSV",
        "/admin/.",
        "/admin/./audit",
        "/./admin/",
        "/x/../admin/",
        "/results/../admin/responses.csv",
        "/survey.css/../admin/responses.csv",
        "/admin/%2e%2e/admin/",
        "/%2e/admin/",
        "/admin%2f",
        "/admin%2faudit",
        "/admin%5caudit",
        "/admin\\audit",
        "\\admin\\",
        "/admin/\\",
        "/admin%09/",
        "/\u00a0admin/",
        "/admin/index",
        "/admin/index.xhtml",
        "/admin/audit.xhtml",
        "/admin/settings.xhtml",
        "/admin/settings.jsf",
        "/admin/settings.faces",
        "/faces/admin/settings",
        "/faces/admin/settings.xhtml",
        "/admin/audit/",
        "/admin/settings/",
        "/admin/nowhere",
        "/admin.xhtml",
        "/admin%00/",
        "/admin/%c0%ae",
        "/WEB-INF/admin.xhtml",
        "/login.xhtml",
        "/login/",
        "/login;x=1",
        "/api/admin",
        "/api/admin/",
        "/api/admin/responses.csv",
        "/api/../admin/responses.csv",
        "/j_security_check",
        "/jakarta.faces.resource/admin/settings.xhtml",
        "/jakarta.faces.resource/faces.js?ln=jakarta.faces",
        "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
        "/jakarta.faces.resource/core.js?ln=primefaces",
        "/jakarta.faces.resource/core.js.xhtml?ln=primefaces",
        "/jakarta.faces.resource/theme.css?ln=primefaces-saga",
        "/jakarta.faces.resource/..%2f..%2fadmin%2fsettings.xhtml",
        "/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrid=x",
        "/admin/jakarta.faces.resource/core.js?ln=primefaces",
        "*"
      })
  void isNoMatterOfSpelling(String target) {
    for (String method : List.of("GET", "HEAD", "POST")) {
      RawRequest.Answer answer = send(RawRequest.of(method, target));
      assertThat(answer.status()).as(method).isIn(400, 404, 405);
      assertThat(answer.all("Set-Cookie")).isEmpty();
      assertThat(answer.all("Location")).isEmpty();
    }
  }

  /** The server answers it before any filter, with 200 and nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"/admin/%", "/admin/settings%", "/admin/responses.csv%", "/admin/%zz"})
  void givesNothingForABrokenEncoding(String target) {
    RawRequest.Answer answer = get(target);
    assertThat(answer.status() != 200 || answer.body().isEmpty()).as(answer.text()).isTrue();
    assertThat(answer.all("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://localhost/admin/ HTTP/1.1",
        "GET http://evil.example/admin/ HTTP/1.1",
        "GET /admin/ HTTP/1.0",
        "GET /admin/?x=/results HTTP/1.1",
        "GET /admin/? HTTP/1.1",
        "GET /admin/audit;jsessionid=1 HTTP/1.1"
      })
  void isNoMatterOfHowTheTargetIsWritten(String line) {
    for (boolean withHost : new boolean[] {true, false}) {
      RawRequest request = RawRequest.ofLine(line);
      RawRequest.Answer answer = send(withHost ? request.with("Host", "evil.example") : request);
      if (withHost || line.endsWith("1.0")) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("/login");
      } else {
        assertThat(answer.status()).isIn(303, 400);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path"})
  void asksNoHeaderForTheAddress(String header) {
    assertThat(send(RawRequest.of("GET", "/results").with(header, "/admin/settings")).body())
        .contains("<title>")
        .doesNotContain("csrf");
    assertRefused("/admin/", send(RawRequest.of("GET", "/admin/").with(header, "/results")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void asksNoHeaderForTheMethod(String header) {
    assertThat(
            send(RawRequest.of("GET", "/admin/sign-out")
                    .with("Cookie", GuardedSurvey.signIn())
                    .with(header, "POST"))
                .status())
        .isEqualTo(405);
    assertThat(
            send(RawRequest.of("POST", "/admin/settings").posting("a=b").with(header, "GET"))
                .status())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remote-User",
        "X-Remote-User",
        "X-Forwarded-User",
        "Proxy-Authorization",
        "SSL_CLIENT_CERT"
      })
  void believesNobodyWhoSaysWhoTheyAre(String header) {
    for (String address : AdminAddresses.all()) {
      assertRefused(address, send(RawRequest.of("GET", address).with(header, "admin")));
    }
  }

  @Test
  void takesNoForgedTokenAndNoForeignOne() {
    for (String cookie :
        List.of(
            "",
            "x",
            "null",
            "admin",
            Token.mint().text(),
            "A".repeat(43),
            "'or'1'='1",
            "\"" + Token.mint().text() + "\"",
            "%00".repeat(15),
            "A".repeat(4_000))) {
      for (String address : AdminAddresses.all()) {
        assertRefused(
            address, send(RawRequest.of("GET", address).with("Cookie", "survey-admin=" + cookie)));
      }
    }
  }

  @Test
  void holdsBehindTls() {
    RawRequest.Answer signedIn =
        send(login(freshSource(), PASSWORD).with("X-Forwarded-Proto", "https"));
    String cookies = GuardedSurvey.cookies(signedIn);
    RawRequest.Answer page = send(overTls("GET", "/admin/settings", cookies));
    assertThat(page.status()).isEqualTo(200);
    String csrf = new Token(cookies.replaceAll(".*survey-admin=([^;]*).*", "$1")).csrf();
    assertThat(page.body()).contains("name=\"csrf\" value=\"" + csrf + "\"");
    assertThat(send(overTls("POST", "/admin/sign-out", cookies).posting("csrf=" + csrf)).status())
        .isEqualTo(303);
    assertRefused("/admin/settings", send(overTls("GET", "/admin/settings", cookies)));
  }

  private static RawRequest overTls(String method, String target, String cookies) {
    return RawRequest.of(method, target).with("X-Forwarded-Proto", "https").with("Cookie", cookies);
  }

  @Test
  void takesNoTokenUnderAnotherName() {
    String token = token(GuardedSurvey.signIn());
    for (String name :
        List.of("__Host-survey-admin", "Survey-Admin", "survey-admin-device", "JSESSIONID")) {
      assertRefused(
          "/admin/settings",
          send(RawRequest.of("GET", "/admin/settings").with("Cookie", name + "=" + token)));
    }
    assertRefused(
        "/admin/settings",
        send(
            RawRequest.of("GET", "/admin/settings")
                .with("X-Forwarded-Proto", "https")
                .with("Cookie", "survey-admin=" + token)));
    assertRefused("/admin/settings", withQuery("/admin/settings", "?survey-admin=" + token));
  }

  private static RawRequest.Answer withQuery(String address, String query) {
    RawRequest.Answer answer = get(address + query);
    return new RawRequest.Answer(answer.text().replaceAll("(%3Fsurvey-admin%3D[^\\r]*)", ""));
  }

  private static String token(String cookies) {
    return cookies.replaceAll(".*survey-admin=([^;]*).*", "$1");
  }

  @Test
  void survivesManyAndLargeCookies() {
    String many = ("survey-admin=" + "B".repeat(43) + "; ").repeat(100);
    assertRefused("/admin/", send(RawRequest.of("GET", "/admin/").with("Cookie", many)));
    assertThat(
            send(RawRequest.of("GET", "/admin/").with("Cookie", "a=" + "b".repeat(100_000)))
                .status())
        .isIn(0, 400, 413, 431);
    assertThat(
            send(RawRequest.of("GET", "/admin/responses.csv")
                    .with("Authorization", "Basic " + "QUFB".repeat(25_000)))
                .status())
        .isIn(0, 400, 413, 431);
  }

  @Test
  void endsWithTheSignOut() {
    String cookies = GuardedSurvey.signIn();
    RawRequest.Answer out =
        send(
            RawRequest.of("POST", "/admin/sign-out")
                .with("Cookie", cookies)
                .posting("csrf=" + new Token(token(cookies)).csrf()));
    assertThat(out.status()).isEqualTo(303);
    for (String address : AdminAddresses.all()) {
      assertRefused(address, send(RawRequest.of("GET", address).with("Cookie", cookies)));
    }
  }

  @Test
  void takesBasicForNothingButDownloads() {
    for (String address : AdminAddresses.all()) {
      if (!AdminAddresses.DOWNLOADS.contains(address)) {
        assertRefused(
            address,
            send(RawRequest.of("GET", address).with("Authorization", basic("admin", PASSWORD))));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Basic x",
        "Basic ====",
        "Basic YWRtaW4",
        "Basic /w==",
        "Bearer YWRtaW46eA==",
        "Digest username=\"admin\"",
        "Negotiate x",
        "YWRtaW46eA=="
      })
  void takesNothingMalformedForBasic(String authorization) {
    for (String address : AdminAddresses.DOWNLOADS) {
      assertRefused(
          address,
          send(
              RawRequest.of("GET", address)
                  .with("Authorization", authorization)
                  .with("X-Forwarded-For", freshSource())));
    }
  }

  @Test
  void takesNeitherAWrongPasswordNorAnotherName() {
    for (String authorization :
        List.of(
            basic("admin", PASSWORD + " "),
            basic("admin", PASSWORD.toUpperCase(Locale.ROOT)),
            basic("admin", ""),
            basic("Admin", PASSWORD),
            basic("admin ", PASSWORD),
            basic("", PASSWORD),
            basic("admin\u0000", PASSWORD),
            basic("admin", "x".repeat(1_001)))) {
      assertRefused(
          "/admin/export.zip",
          send(
              RawRequest.of("GET", "/admin/export.zip")
                  .with("Authorization", authorization)
                  .with("X-Forwarded-For", freshSource())));
    }
  }

  @Test
  void givesEachSignInATokenThatNobodyHadBefore() {
    String planted = Token.mint().text();
    RawRequest.Answer answer =
        send(login(freshSource(), PASSWORD).with("Cookie", "survey-admin=" + planted));
    assertThat(token(GuardedSurvey.cookies(answer))).hasSize(43).isNotEqualTo(planted);
    assertRefused(
        "/admin/", send(RawRequest.of("GET", "/admin/").with("Cookie", "survey-admin=" + planted)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/admin/",
        "/admin/%0d%0aSet-Cookie:%20a=b",
        "/admin/\r\nSet-Cookie: a=b",
        "/results",
        "/admin/../results",
        "javascript:alert(1)"
      })
  void leadsNowhereElse(String to) {
    RawRequest.Answer answer =
        send(
            RawRequest.of("POST", "/login")
                .with("X-Forwarded-For", freshSource())
                .posting("account=admin&password=" + encoded(PASSWORD) + "&to=" + encoded(to)));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.all("Location")).containsExactly("/admin/");
    assertThat(answer.all("Set-Cookie")).allMatch(cookie -> cookie.startsWith("survey-admin"));
    assertThat(get("/login?to=" + encoded(to)).body()).contains("name=\"to\" value=\"/admin/\"");
  }

  @Test
  void takesAsLongForANameThatThereIsNot() {
    assertThat(fastest("nobody")).isGreaterThan(fastest("admin") / 2);
  }

  /** Of three wrong passwords: what else the machine does only makes them slower. */
  private static long fastest(String account) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      RawRequest request =
          RawRequest.of("POST", "/login")
              .with("X-Forwarded-For", freshSource())
              .posting("account=" + account + "&password=wrong");
      long before = System.nanoTime();
      assertThat(send(request).status()).isEqualTo(422);
      fastest = Math.min(fastest, System.nanoTime() - before);
    }
    return fastest;
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void letsAdminsIn(String address) {
    RawRequest.Answer answer = send(RawRequest.of("GET", address).with("Cookie", SignedIn.COOKIES));
    int expected =
        switch (address) {
          case "/admin" -> 303;
          case "/admin/sign-out", "/admin/decisions" -> 405;
          // Of no download, and of no response.
          case "/admin/progress", "/admin/response" -> 404;
          default -> 200;
        };
    assertThat(answer.status()).isEqualTo(expected);
    assertThat(answer.header("Location")).isNotEqualTo("/login");
    assertHasTheHeadersOfAll(answer);
  }

  /** One sign-in for all of them. */
  private static final class SignedIn {
    static final String COOKIES = GuardedSurvey.signIn();
  }

  @Test
  void letsProgramsDownloadWithoutACookie() {
    for (String address : AdminAddresses.DOWNLOADS) {
      RawRequest.Answer answer =
          send(
              RawRequest.of("GET", address)
                  .with("Authorization", basic("admin", PASSWORD))
                  .with("X-Forwarded-For", freshSource()));
      assertThat(answer.status()).as(address).isEqualTo(200);
      assertThat(answer.all("Set-Cookie")).isEmpty();
    }
  }
}
