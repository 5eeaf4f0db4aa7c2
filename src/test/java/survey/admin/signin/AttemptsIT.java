package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static survey.admin.signin.GuardedSurvey.PASSWORD;
import static survey.admin.signin.GuardedSurvey.basic;
import static survey.admin.signin.GuardedSurvey.cookies;
import static survey.admin.signin.GuardedSurvey.freshSource;
import static survey.admin.signin.GuardedSurvey.login;
import static survey.admin.signin.GuardedSurvey.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import survey.RawRequest;
import survey.RunningSurvey;

/** Wrong passwords, over HTTP. */
class AttemptsIT {
  private static final String DEVICE = "survey-admin-device";

  private static RawRequest download(String source, String password) {
    return RawRequest.of("GET", "/admin/responses.csv")
        .with("X-Forwarded-For", source)
        .with("Authorization", basic("admin", password));
  }

  /** Sends wrong passwords until it has to wait for longer than a test takes. */
  private static RawRequest.Answer exhaust(String source) {
    AtomicReference<RawRequest.Answer> last = new AtomicReference<>();
    RunningSurvey.await(
        () -> {
          RawRequest.Answer answer = send(login(source, "wrong"));
          last.set(answer);
          assertThat(answer.status()).isIn(422, 429);
          return answer.status() == 429 && Integer.parseInt(answer.header("Retry-After")) > 15;
        },
        Duration.ofMinutes(2));
    return last.get();
  }

  @Test
  void makeAFormWaitAndSaySo() {
    RawRequest.Answer answer = exhaust(freshSource());
    assertThat(answer.header("Retry-After")).matches("[0-9]+");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 900);
    assertThat(answer.body()).contains("パスワードの誤りが続いたため", "分ほどたってから");
    assertThat(answer.all("Set-Cookie")).isEmpty();
  }

  @Test
  void makeAProgramWaitWithoutAChallenge() {
    String source = freshSource();
    exhaust(source);
    RawRequest.Answer answer = send(download(source, PASSWORD));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).matches("[0-9]+");
    assertThat(answer.all("WWW-Authenticate")).isEmpty();
    assertThat(answer.body()).contains("しばらくお待ちください");
  }

  /** A hash takes some tenths of a second; what else the machine does only makes both slower. */
  @Test
  void areRefusedWithoutBeingTried() {
    long tried =
        fastest(5, () -> assertThat(send(login(freshSource(), "wrong")).status()).isEqualTo(422));
    String source = freshSource();
    exhaust(source);
    long refused =
        fastest(20, () -> assertThat(send(login(source, PASSWORD)).status()).isEqualTo(429));
    assertThat(refused).isLessThan(tried / 2);
  }

  /** The shortest time that something takes, in nanoseconds. */
  private static long fastest(int times, Runnable action) {
    return LongStream.generate(
            () -> {
              long before = System.nanoTime();
              action.run();
              return System.nanoTime() - before;
            })
        .limit(times)
        .min()
        .orElseThrow();
  }

  @Test
  void doNotTouchAKnownBrowserAtTheSameAddress() {
    String source = freshSource();
    String device =
        Stream.of(cookies(send(login(source, PASSWORD))).split("; ", -1))
            .filter(cookie -> cookie.startsWith(DEVICE + "="))
            .findFirst()
            .orElseThrow();
    String stranger = freshSource();
    exhaust(stranger);
    assertThat(send(login(stranger, PASSWORD)).status()).isEqualTo(429);
    assertThat(send(login(stranger, PASSWORD).with("Cookie", device)).status()).isEqualTo(303);
  }

  @Test
  void takeNoForgedDeviceForKnown() {
    String source = freshSource();
    exhaust(source);
    for (String forged :
        List.of("x", Device.mint().id() + "." + "A".repeat(43), "../../etc/passwd", "%00")) {
      assertThat(send(login(source, PASSWORD).with("Cookie", DEVICE + "=" + forged)).status())
          .isEqualTo(429);
    }
  }

  @Test
  void setTheDevicesCookieForAsLongAsBrowsersKeepAnyAndOutOfScriptsReach() {
    RawRequest.Answer plain = send(login(freshSource(), PASSWORD));
    assertThat(plain.all("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith(DEVICE + "=")
                    .contains("Max-Age=34560000", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Secure", "Domain"));
    RawRequest.Answer secure =
        send(login(freshSource(), PASSWORD).with("X-Forwarded-Proto", "https"));
    assertThat(secure.all("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-survey-admin")
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Domain"));
  }

  /** At a browser that nobody has signed in with; told to wait, one comes again when it is time. */
  @Test
  void letAnAdminInDuringAFlood() throws Exception {
    int strangers = 16;
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicInteger putOff = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(strangers);
    try {
      List<Future<?>> flood =
          Stream.generate(() -> threads.submit(() -> guess(isOver, putOff)))
              .limit(strangers)
              .collect(Collectors.toUnmodifiableList());
      for (int i = 0; i < 3; i++) {
        RunningSurvey.await(() -> putOff.getAndSet(0) > 0, Duration.ofMinutes(1));
        String browser = freshSource();
        assertThat(statusIfPatient(() -> login(browser, PASSWORD), 503)).isEqualTo(303);
        String program = freshSource();
        assertThat(statusIfPatient(() -> download(program, PASSWORD), 429)).isEqualTo(200);
      }
      isOver.set(true);
      for (Future<?> one : flood) {
        one.get(1, TimeUnit.MINUTES);
      }
    } finally {
      isOver.set(true);
      threads.shutdownNow();
    }
  }

  /** Each time from another source; put off, it lets the server breathe. */
  private static Void guess(AtomicBoolean isOver, AtomicInteger putOff)
      throws InterruptedException {
    while (!isOver.get()) {
      int status = send(login(freshSource(), "wrong")).status();
      assertThat(status).isIn(422, 503);
      if (status == 503) {
        putOff.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    return null;
  }

  /** What comes of it if one asks again, once, after as long as one is told. */
  private static int statusIfPatient(Supplier<RawRequest> request, int later) throws Exception {
    RawRequest.Answer answer = send(request.get());
    if (answer.status() == later) {
      TimeUnit.SECONDS.sleep(Long.parseLong(answer.header("Retry-After")));
      answer = send(request.get());
    }
    return answer.status();
  }

  @Test
  void keepNoAddressInAnyLog() throws IOException {
    String source = freshSource();
    exhaust(source);
    List<Path> logs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(GuardedSurvey.survey().home().resolve("log"))) {
      files.filter(Files::isRegularFile).forEach(logs::add);
    }
    assertThat(logs).isNotEmpty();
    for (Path log : logs) {
      assertThat(new String(Files.readAllBytes(log), UTF_8)).doesNotContain(source);
    }
  }
}
