package survey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a request is taken, and for how long one is waited for. */
class LimitsIT {
  private static final String ADDRESS = RunningSurvey.shared().address();
  private static final int PORT = RunningSurvey.shared().port();
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final int MEGABYTE = 1 << 20;
  private static final int HUNG_UP = 0;

  @ParameterizedTest
  @ValueSource(strings = {"", "receipt", "login"})
  void areNotReachedByAFormOf5MegabytesOr20000Fields(String path) {
    int before = Respondent.count(ADDRESS);
    for (String body :
        List.of("comment=" + "a".repeat(5 * MEGABYTE), "choice=COMPLAIN&".repeat(20_000))) {
      assertThat(Respondent.post(ADDRESS + path, URL_ENCODED, body).statusCode()).isIn(422, 429);
    }
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }

  @Test
  void endHeadersThatAreTooLongOrTooMany() {
    assertThat(RawRequest.of("GET", "/?" + "a".repeat(10_000)).sendTo(PORT).status())
        .isEqualTo(400);
    assertThat(RawRequest.of("GET", "/").with("X", "a".repeat(10_000)).sendTo(PORT).status())
        .isEqualTo(400);
    RawRequest many = RawRequest.of("GET", "/");
    for (int i = 0; i < 200; i++) {
      many.with("X" + i, "a");
    }
    assertThat(many.sendTo(PORT).status()).isEqualTo(400);
    assertThat(
            RawRequest.of("GET", "/")
                .with("Cookie", "a=" + "b".repeat(4_000))
                .sendTo(PORT)
                .status())
        .isEqualTo(200);
  }

  /** As many as the server has threads and more: who sends nothing holds none of them. */
  @Test
  void letOthersInWhileManyHaveSentHalfAHeader() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        slow.add(sent("GET / HTTP/1.1\r\nHost: localhost\r\nX-"));
      }
      long start = System.nanoTime();
      assertThat(Respondent.get(ADDRESS).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(slow.get(0).getInputStream().read()).as("closed without an answer").isEqualTo(-1);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/receipt", "/login"})
  void giveUpHalfABodySoon(String target) throws IOException {
    long start = System.nanoTime();
    try (Socket socket =
        sent(
            "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: 100\r\n\r\nreceipt="
                .formatted(target, URL_ENCODED))) {
      // Closed it is later, if what is still to come never comes.
      assertThat(new String(socket.getInputStream().readNBytes(13), UTF_8))
          .isEqualTo("HTTP/1.1 408 ");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void giveUpABodyThatComesByteByByte() throws Exception {
    try (Socket socket =
        sent(
            "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: 1000\r\n\r\n"
                .formatted(URL_ENCODED))) {
      RunningSurvey.await(
          () -> {
            try {
              socket.getOutputStream().write('a');
              return socket.getInputStream().available() > 0;
            } catch (IOException e) {
              return true;
            }
          },
          Duration.ofSeconds(20));
    }
  }

  private static Socket sent(String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return socket;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/receipt", "/results", "/login", "/admin/", "/survey.css", "/api/results"})
  void leaveNothingToOtherMethods(String target) {
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get")) {
      RawRequest.Answer answer =
          RawRequest.of(method, target)
              .with("X-Told", "secret")
              .with("Content-Length", "0")
              .sendTo(PORT);
      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.text()).doesNotContain("secret").doesNotContain("Allow: TRACE");
    }
  }

  /** It goes on to the end of the chunks, whatever length is named besides (RFC 9112, 6.3). */
  @Test
  void readWhatFollowsAChunkedBodyAsARequestOfItsOwn() throws IOException {
    try (KeptConnection connection = new KeptConnection(PORT)) {
      assertThat(
              connection.ask(posted("Content-Length: %d\r\nTransfer-Encoding: chunked")).status())
          .as("the chunks alone are the form")
          .isEqualTo(303);
      assertThat(connection.next().status()).as("GET /nowhere").isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nContent-Length: %d",
        "Transfer-Encoding: chunked, identity\r\nContent-Length: %d",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, gzip",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding:\r\nX-Other: a",
        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
        "Content-Length: 4\r\nContent-Length: %d",
        "Content-Length: 4, %d"
      })
  void hangUpWhereABodysEndIsInDoubt(String lengths) throws IOException {
    try (KeptConnection connection = new KeptConnection(PORT)) {
      assertThat(connection.ask(posted(lengths)).status()).isEqualTo(400);
      assertThat(connection.next().status()).as("hung up").isZero();
    }
  }

  /** It is refused like any other method, and its body with it. */
  @Test
  void readNoRequestInTheBodyOfAnother() throws IOException {
    String hidden = "GET /api/method HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (KeptConnection connection = new KeptConnection(PORT)) {
      String trace =
          "TRACE / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%sGET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .formatted(hidden.length(), hidden);
      assertThat(connection.ask(trace.getBytes(ISO_8859_1)).status()).isEqualTo(405);
      assertThat(connection.next().status()).isIn(0, 404);
    }
  }

  /** As many as the server has threads and more: half of those go on serving pages. */
  @Test
  void letOthersInWhileManyHaveSentHalfAForm() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        slow.add(
            sent(
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 1000\r\n\r\na="
                    .formatted(URL_ENCODED)));
      }
      long start = System.nanoTime();
      assertThat(Respondent.get(ADDRESS).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** As a load balancer lets them through that holds back no more than its buffer takes. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 40000", "Transfer-Encoding: chunked"})
  void takeResponsesWhileManySendLongForms(String length) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        slow.add(
            sent(
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n7FFF\r\n%s"
                    .formatted(URL_ENCODED, length, "a".repeat(30_000))));
      }
      assertThat(Respondent.complaining(ADDRESS).send().statusCode()).isEqualTo(303);
      BufferedReader refused =
          new BufferedReader(new InputStreamReader(slow.get(50).getInputStream(), UTF_8));
      assertThat(refused.readLine()).startsWith("HTTP/1.1 429 ");
      assertThat(refused.lines().anyMatch(line -> line.contains("<h1"))).isTrue();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Each of these letters is four when it is shown again, and takes two bytes beside the first. */
  @Test
  void bearManyLongCommentsAtOnce() throws Exception {
    String body = "comment=%E3%81%82" + "<".repeat(MEGABYTE / 2);
    ExecutorService clients = Executors.newFixedThreadPool(64);
    List<Integer> answers = new ArrayList<>();
    try {
      Callable<Integer> client = () -> statusOf(RawRequest.of("POST", "/").posting(body));
      for (Future<Integer> answer : clients.invokeAll(Collections.nCopies(128, client))) {
        answers.add(answer.get());
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(answers).contains(422).isSubsetOf(422, 429, HUNG_UP);
    assertThat(Respondent.complaining(ADDRESS).send().statusCode()).isEqualTo(303);
  }

  /** Who is still sending may not get to read the answer. */
  private static int statusOf(RawRequest request) {
    try {
      return request.sendTo(PORT).status();
    } catch (UncheckedIOException e) {
      return HUNG_UP;
    }
  }

  /** A response in one chunk, and after it another request, with a length of both together. */
  private static byte[] posted(String lengths) {
    String form = Respondent.complaining(ADDRESS).encoded();
    String body =
        "%x\r\n%s\r\n0\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .formatted(form.length(), form);
    String head =
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n"
            .formatted(URL_ENCODED, lengths.formatted(body.length()));
    return (head + body).getBytes(ISO_8859_1);
  }
}
