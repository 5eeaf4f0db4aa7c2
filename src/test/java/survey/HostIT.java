package survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer has the host that a request names: whoever names it may not be whoever reads it. */
class HostIT {
  private static final int PORT = RunningSurvey.shared().port();
  private static final String EVIL = "evil.example";

  private static void assertNotNamed(RawRequest.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 499);
    assertThat(answer.text()).doesNotContain(EVIL);
    if (answer.status() / 100 == 3) {
      assertThat(answer.header("Location")).startsWith("/").doesNotStartWith("//");
    }
  }

  /** The first of these the server answers itself, before any filter of ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/..;x",
        "/admin/..;",
        "/admin/..;x/",
        "//admin/..;x",
        "/admin/%2e%2e;",
        "/.;x",
        "//.;x",
        "/WEB-INF",
        "//WEB-INF",
        "/WEB-INF/tags",
        "/META-INF/..;x",
        "/",
        "/admin",
        "/admin/",
        "/admin/responses?x=y",
        "/admin/download",
        "/results/..;x",
        "/nowhere",
        "//nowhere/..",
        "/login",
        "/api/method",
        "/api/nowhere"
      })
  void isEchoedByNoAnswer(String target) {
    assertNotNamed(
        RawRequest.ofLine("GET " + target + " HTTP/1.1").with("Host", EVIL).sendTo(PORT));
    assertNotNamed(RawRequest.of("GET", "http://" + EVIL + target).sendTo(PORT));
    assertNotNamed(
        RawRequest.of("GET", target)
            .with("X-Forwarded-Host", EVIL)
            .with("Forwarded", "host=" + EVIL)
            .with("X-Forwarded-Server", EVIL)
            .sendTo(PORT));
    assertNotNamed(RawRequest.ofLine("GET " + target + " HTTP/1.0").sendTo(PORT));
  }

  @Test
  void leadsNowhereElseAfterAResponse() {
    RawRequest.Answer answer =
        RawRequest.ofLine("POST / HTTP/1.1")
            .with("Host", EVIL)
            .posting(Respondent.complaining(RunningSurvey.shared().address()).encoded())
            .sendTo(PORT);
    assertThat(answer.status()).isEqualTo(303);
    assertNotNamed(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/admin", "/nowhere", "/login", "/survey.css"})
  void mayNotStandTwice(String target) {
    RawRequest last = RawRequest.of("GET", target).with("Host", EVIL);
    RawRequest first =
        RawRequest.ofLine("GET " + target + " HTTP/1.1")
            .with("Host", EVIL)
            .with("Host", "localhost");
    for (RawRequest request : new RawRequest[] {last, first}) {
      RawRequest.Answer answer = request.sendTo(PORT);
      assertThat(answer.status()).isEqualTo(400);
      assertNotNamed(answer);
    }
  }

  @Test
  void mayNotBeMissing() {
    assertThat(RawRequest.ofLine("GET / HTTP/1.1").sendTo(PORT).status()).isEqualTo(400);
  }
}
