package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static survey.admin.signin.GuardedSurvey.PASSWORD;
import static survey.admin.signin.GuardedSurvey.freshSource;
import static survey.admin.signin.GuardedSurvey.login;
import static survey.admin.signin.GuardedSurvey.send;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.RawRequest;

/** Nothing is changed but by this site's own forms. */
class OwnFormsIT {
  private static final String COOKIES = GuardedSurvey.signIn();
  private static final String CSRF = csrf(COOKIES);

  private static String csrf(String cookies) {
    return new Token(cookies.replaceAll(".*survey-admin=([^;]*).*", "$1")).csrf();
  }

  static Set<String> posted() {
    return AdminAddresses.posted();
  }

  private static RawRequest post(String address, String fields) {
    return RawRequest.of("POST", address).with("Cookie", COOKIES).posting(fields);
  }

  private static void assertRefused(RawRequest request) {
    RawRequest.Answer answer = send(request);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("この操作は受け付けられませんでした", "再読み込み", "/survey.css");
    assertThat(answer.all("Set-Cookie")).isEmpty();
    assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
    assertThat(send(RawRequest.of("GET", "/admin/settings").with("Cookie", COOKIES)).status())
        .as("still signed in")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("posted")
  void provesThatItsPageWasForThisSignIn(String address) {
    assertRefused(post(address, "a=b"));
    assertRefused(post(address, "csrf="));
    assertRefused(post(address, "csrf=x"));
    assertRefused(post(address, "csrf=" + CSRF + "x"));
    assertRefused(post(address, "csrf=" + csrf(GuardedSurvey.signIn())));
    assertRefused(post(address, "csrf=x&csrf=" + CSRF));
    assertRefused(post(address + "?csrf=" + CSRF, "a=b"));
  }

  @ParameterizedTest
  @MethodSource("posted")
  void comesFromHereAsBrowsersSay(String address) {
    for (String site : new String[] {"cross-site", "same-site", "", "x"}) {
      assertRefused(post(address, "csrf=" + CSRF).with("Sec-Fetch-Site", site));
    }
    for (String origin :
        new String[] {
          "null",
          "http://evil.example",
          "http://localhost:1",
          "http://localhost.evil.example",
          "http://evil@localhost",
          "localhost",
          "http://",
          "%%",
          ""
        }) {
      assertRefused(post(address, "csrf=" + CSRF).with("Origin", origin));
    }
    assertRefused(
        post(address, "csrf=" + CSRF)
            .with("Sec-Fetch-Site", "cross-site")
            .with("Origin", "http://localhost"));
  }

  @Test
  void signsOutFromHere() {
    for (String[] header :
        new String[][] {
          {"Sec-Fetch-Site", "same-origin"},
          {"Sec-Fetch-Site", "none"},
          {"Origin", "http://localhost"},
          {"Origin", "https://LOCALHOST"},
          {"X-None", "of them"}
        }) {
      String cookies = GuardedSurvey.signIn();
      RawRequest.Answer answer =
          send(
              RawRequest.of("POST", "/admin/sign-out")
                  .with("Cookie", cookies)
                  .with(header[0], header[1])
                  .posting("csrf=" + csrf(cookies)));
      assertThat(answer.status()).as(header[1]).isEqualTo(303);
      assertThat(answer.header("Location")).startsWith("/login");
      assertThat(send(RawRequest.of("GET", "/admin/settings").with("Cookie", cookies)).status())
          .isEqualTo(303);
    }
  }

  @Test
  void signsNobodyInForAnotherSite() {
    for (String[] header :
        new String[][] {
          {"Sec-Fetch-Site", "cross-site"},
          {"Origin", "http://evil.example"},
          {"Origin", "null"}
        }) {
      RawRequest.Answer answer = send(login(freshSource(), PASSWORD).with(header[0], header[1]));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.all("Set-Cookie")).isEmpty();
    }
    assertThat(send(login(freshSource(), PASSWORD).with("Origin", "http://localhost")).status())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/admin/settings"})
  void hasPagesThatTellTheirOriginToThisSiteAlone(String address) {
    RawRequest.Answer answer =
        send(RawRequest.of("GET", address).with("Cookie", address.equals("/login") ? "" : COOKIES));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
  }
}
