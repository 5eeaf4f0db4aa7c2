package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import survey.RawRequest;
import survey.RunningSurvey;

/**
 * The survey as it ships behind a proxy, which the tests are: so each of them can come from an
 * address of its own.
 */
final class GuardedSurvey {
  private static final RunningSurvey SURVEY =
      RunningSurvey.startedAt(
          RunningSurvey.freshHome("guarded"),
          Map.of("SURVEY_TRUSTED_PROXIES", "127.0.0.1, ::1/128"));

  static final String PASSWORD = SURVEY.adminPassword();

  private static final AtomicInteger SOURCES = new AtomicInteger();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SURVEY::close));
  }

  private GuardedSurvey() {}

  static RunningSurvey survey() {
    return SURVEY;
  }

  /** An address that nobody has come from yet. */
  static String freshSource() {
    int number = SOURCES.incrementAndGet();
    return "203.0.%d.%d".formatted(number >> 8, number & 255);
  }

  static RawRequest.Answer send(RawRequest request) {
    return request.sendTo(SURVEY.port());
  }

  static RawRequest.Answer get(String target) {
    return send(RawRequest.of("GET", target));
  }

  /** The form of {@code /login}, sent from a source. */
  static RawRequest login(String source, String password) {
    return RawRequest.of("POST", "/login")
        .with("X-Forwarded-For", source)
        .posting("account=admin&to=%2Fadmin%2F&password=" + encoded(password));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** The cookies that an answer sets, as a browser sends them. */
  static String cookies(RawRequest.Answer answer) {
    return answer.all("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }

  /** Signs in from a fresh source; the cookies of the browser. */
  static String signIn() {
    RawRequest.Answer answer = send(login(freshSource(), PASSWORD));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return cookies(answer);
  }

  static String basic(String account, String password) {
    return "Basic "
        + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8));
  }
}
