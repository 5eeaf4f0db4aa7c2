package survey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The live results, for programs. */
class LiveIT {
  private static final String ADDRESS = RunningSurvey.shared().address();

  /** Nothing has to happen for what is to come now; a busy machine may still take a while. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  @Test
  void sayAtOnceWhatTheResultsSay() {
    String results = withoutMoment(Respondent.get(ADDRESS + "api/results").body());
    // Another viewer's reading may be up to a second old.
    RunningSurvey.await(
        () -> {
          try (EventStream stream = EventStream.at(ADDRESS)) {
            return withoutMoment(stream.nextData(AT_ONCE)).equals(results);
          }
        },
        Duration.ofSeconds(2));
  }

  private static String withoutMoment(String json) {
    return json.replaceFirst("\"asOf\":\"[^\"]+\"", "");
  }

  @Test
  void areAnEventStreamThatNobodyKeepsOrHoldsBack() {
    try (EventStream stream = EventStream.at(ADDRESS)) {
      Map<String, String> expected =
          Map.of(
              "Content-Type", "text/event-stream;charset=UTF-8",
              "Cache-Control", "no-store",
              "X-Accel-Buffering", "no",
              "Access-Control-Allow-Origin", "*");
      expected.forEach(
          (name, value) ->
              assertThat(stream.answer().headers().firstValue(name).orElse(""))
                  .as(name)
                  .isEqualTo(value));
      assertThat(stream.nextLine(AT_ONCE)).matches("retry: [234]\\d{3}");
      assertThat(stream.nextLine(AT_ONCE)).isEmpty();
      assertThat(stream.nextLine(AT_ONCE)).isEqualTo("event: results");
    }
  }

  @Test
  void tellEverybodyOfAnAnswerWithinASecond() {
    try (EventStream one = EventStream.at(ADDRESS);
        EventStream other = EventStream.at(ADDRESS)) {
      int before = one.nextCount(AT_ONCE);
      assertThat(other.nextCount(AT_ONCE)).isEqualTo(before);
      List<Duration> delays = new ArrayList<>();
      for (int i = 1; i <= 7; i++) {
        Respondent.complaining(ADDRESS).send();
        long sent = System.nanoTime();
        assertThat(one.nextCount(AT_ONCE)).isEqualTo(before + i);
        delays.add(Duration.ofNanos(System.nanoTime() - sent));
        assertThat(other.nextCount(AT_ONCE)).isEqualTo(before + i);
      }
      // The middle one: the others are the machine's.
      assertThat(delays.stream().sorted().toList().get(3)).isLessThan(SECOND);
    }
  }

  @Test
  void sayOfWhatMomentTheyAreToWhoComesLater() {
    try (EventStream first = EventStream.at(ADDRESS)) {
      String earlier = first.next(AT_ONCE).getString("asOf");
      RunningSurvey.await(
          () -> {
            try (EventStream later = EventStream.at(ADDRESS)) {
              return later.next(AT_ONCE).getString("asOf").compareTo(earlier) > 0;
            }
          },
          Duration.ofSeconds(5));
    }
  }

  @Test
  void areNotHeldUpByOneWhoTakesNothing() throws IOException {
    try (Socket stalled = new Socket();
        EventStream stream = EventStream.at(ADDRESS)) {
      stalled.setReceiveBufferSize(1);
      stalled.connect(
          new InetSocketAddress(InetAddress.getByName("localhost"), RunningSurvey.shared().port()));
      stalled
          .getOutputStream()
          .write("GET /api/results/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
      int before = stream.nextCount(AT_ONCE);
      for (int i = 1; i <= 5; i++) {
        Respondent.complaining(ADDRESS).send();
        assertThat(stream.nextCount(AT_ONCE)).isEqualTo(before + i);
      }
    }
  }

  @Test
  void stayOpenWhileNothingChanges() {
    try (EventStream stream = EventStream.at(ADDRESS)) {
      stream.nextData(AT_ONCE);
      stream.nextLine(AT_ONCE);
      // Longer than the server would keep an idle connection.
      for (int heartbeat = 0; heartbeat < 3; heartbeat++) {
        assertThat(stream.nextLine(Duration.ofSeconds(20))).isEqualTo(":");
        assertThat(stream.nextLine(AT_ONCE)).isEmpty();
      }
    }
  }

  @Test
  void openNoStreamForWhoDoesNotRead() {
    HttpResponse<String> head = Respondent.ask("HEAD", ADDRESS + "api/results/stream");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type"))
        .contains("text/event-stream;charset=UTF-8");
    assertThat(Respondent.ask("POST", ADDRESS + "api/results/stream").statusCode()).isEqualTo(405);
  }

  @Test
  void goOnAfterTheDatabaseHasHung() throws Exception {
    try (RunningSurvey survey =
        RunningSurvey.startedAt(RunningSurvey.freshHome("live"), Map.of())) {
      try (EventStream before = EventStream.at(survey.address())) {
        assertThat(before.nextCount(AT_ONCE)).isZero();
        survey.freezeDatabase();
        try (EventStream during = EventStream.at(survey.address())) {
          assertThat(during.answer().statusCode()).isEqualTo(200);
          // What comes while nothing can be read is no news: a heartbeat.
          assertThat(before.nextLine(AT_ONCE)).isEmpty();
          assertThat(before.nextLine(Duration.ofSeconds(20))).isEqualTo(":");
          survey.thawDatabase();
          Respondent respondent = Respondent.complaining(survey.address());
          RunningSurvey.await(() -> respondent.send().statusCode() == 303, RECOVERY);
          assertThat(before.nextCount(RECOVERY)).isEqualTo(1);
          assertThat(Respondent.count(survey.address())).isEqualTo(1);
          RunningSurvey.await(() -> during.nextCount(RECOVERY) == 1, RECOVERY);
        }
      } finally {
        survey.thawDatabase();
      }
    }
  }

  /** Half of the 3,000 that there is room for. */
  @Test
  void leaveRoomForOthersWhereOneSourceOpensMany() throws IOException {
    List<Socket> many = new ArrayList<>();
    try (RunningSurvey limited =
        RunningSurvey.startedAt(
            RunningSurvey.freshHome("limited"), Map.of("SURVEY_RATE_LIMIT", "60"))) {
      for (int i = 0; i < 1_500; i++) {
        many.add(watching(limited, "127.0.0.1"));
        assertThat(statusOf(many.get(i))).as("stream %d", i).isEqualTo("HTTP/1.1 200");
      }
      many.add(watching(limited, "127.0.0.1"));
      assertThat(statusOf(many.get(1_500))).isEqualTo("HTTP/1.1 503");
      many.add(watching(limited, "127.0.0.2"));
      assertThat(statusOf(many.get(1_501))).isEqualTo("HTTP/1.1 200");
    } finally {
      for (Socket socket : many) {
        socket.close();
      }
    }
  }

  private static Socket watching(RunningSurvey survey, String client) throws IOException {
    Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(), survey.port(), InetAddress.getByName(client), 0);
    socket.setSoTimeout((int) AT_ONCE.toMillis());
    socket
        .getOutputStream()
        .write("GET /api/results/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
    return socket;
  }

  private static String statusOf(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), US_ASCII);
  }

  @Test
  void endWithTheServerAndDoNotHoldItUp() {
    RunningSurvey survey = RunningSurvey.startedAt(RunningSurvey.freshHome("end"), Map.of());
    try (EventStream stream = EventStream.at(survey.address())) {
      stream.nextData(AT_ONCE);
      long start = System.nanoTime();
      survey.close();
      stream.awaitEnd(AT_ONCE);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }
}
