package survey.admin.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import survey.RunningSurvey;

/** Downloads of 40 MB whose clients do not read, and whose database dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransferIT {
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  /** As many as the downloads and recounts have (DownloadDatabase). */
  private static final int CONNECTIONS = 3;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Longer than a page waits for its reader, and shorter than a download does. */
  private static final Duration PAUSE = Duration.ofSeconds(8);

  private static ExportedSurvey survey;

  @BeforeAll
  static void start() throws Exception {
    survey = new ExportedSurvey();
    survey.addLong(10_000, "2020-02-20 00:00:00");
  }

  @AfterAll
  static void end() {
    survey.close();
  }

  /** A connection that has asked and of whose answer the beginning has come. */
  private static Socket begun(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1 << 14);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), survey.port()));
    socket
        .getOutputStream()
        .write(
            "GET /admin/%s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n"
                .formatted(path, survey.cookie())
                .getBytes(US_ASCII));
    assertThat(new String(socket.getInputStream().readNBytes(2000), ISO_8859_1))
        .startsWith("HTTP/1.1 200 ");
    return socket;
  }

  private static int ended(String action) {
    return Integer.parseInt(
        survey.askOne("select count(*) from audit_entry where action = '" + action + "'"));
  }

  @Test
  @Order(1)
  void endWellWhereTheClientReadsThoughItPauses() throws Exception {
    try (Socket socket = begun("responses.csv")) {
      socket.shutdownOutput();
      String last = "";
      byte[] part = new byte[1 << 16];
      InputStream answer = socket.getInputStream();
      Thread.sleep(PAUSE.toMillis());
      while (!last.endsWith(LAST_CHUNK)) {
        int length = answer.read(part);
        assertThat(length).isPositive();
        last = (last + new String(part, 0, length, ISO_8859_1));
        last = last.substring(Math.max(0, last.length() - LAST_CHUNK.length()));
      }
    }
    RunningSurvey.await(() -> ended("DOWNLOAD_COMPLETED") == 1, LIMIT);
  }

  @Test
  @Order(2)
  void areGivenUpWhereTheClientsDoNotReadAndTheThirdIsPutOffMeanwhile() throws Exception {
    UUID id = UUID.randomUUID();
    try (Socket first = begun("responses.csv?download=" + id);
        Socket second = begun("responses.csv")) {
      HttpResponse<byte[]> third = survey.get("admin/export.zip");
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.headers().firstValue("Retry-After")).contains("30");
      assertThat(third.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(new String(third.body(), UTF_8)).contains("2件のダウンロード");

      RunningSurvey.await(() -> ended("DOWNLOAD_BROKEN") == 2, Pace.PATIENCE.plus(LIMIT));
      assertBroken(first);
      assertBroken(second);
      assertThat(new String(survey.get("admin/progress?id=" + id).body(), UTF_8))
          .contains("\"state\":\"BROKEN\"");
    }
    assertThatBothPlacesAreFree();
  }

  @Test
  @Order(3)
  void areGivenUpWhereTheClientsGoAway() throws Exception {
    int broken = ended("DOWNLOAD_BROKEN");
    for (int i = 1; i <= CONNECTIONS; i++) {
      begun("responses.csv").close();
      int brokenNow = broken + i;
      RunningSurvey.await(() -> ended("DOWNLOAD_BROKEN") == brokenNow, LIMIT);
    }
    assertThatBothPlacesAreFree();
  }

  /** Each needs a connection of the pool, which would have none if none had been given back. */
  private static void assertThatBothPlacesAreFree() throws Exception {
    int completed = ended("DOWNLOAD_COMPLETED");
    try (InputStream first = survey.open("admin/responses.csv").body();
        InputStream second = survey.open("admin/responses.csv").body()) {
      second.transferTo(OutputStream.nullOutputStream());
      first.transferTo(OutputStream.nullOutputStream());
    }
    RunningSurvey.await(() -> ended("DOWNLOAD_COMPLETED") == completed + 2, LIMIT);
  }

  /** The rest of what came, without an end. */
  private static void assertBroken(Socket socket) throws IOException {
    StringBuilder rest = new StringBuilder();
    byte[] part = new byte[1 << 16];
    try {
      for (int length = socket.getInputStream().read(part);
          length >= 0;
          length = socket.getInputStream().read(part)) {
        rest.append(new String(part, 0, length, ISO_8859_1));
      }
    } catch (IOException e) {
      // Reset: broken as well.
    }
    assertThat(rest.toString()).doesNotEndWith(LAST_CHUNK).doesNotEndWith("0\r\n\r\n");
  }

  /** There, a broken transfer would look like a whole one. */
  @Test
  @Order(4)
  void areNotMadeOverHttp10() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), survey.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /admin/responses.csv HTTP/1.0\r\nCookie: %s\r\n\r\n"
                  .formatted(survey.cookie())
                  .getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .contains(" 505 ")
          .contains("HTTP/1.1 以降で")
          .doesNotContain("response_id");
    }
  }

  @Test
  @Order(5)
  void breakWhenTheDatabaseDies() throws Exception {
    int broken = ended("DOWNLOAD_BROKEN");
    try (Socket overHttp1 = begun("responses.csv")) {
      HttpResponse<InputStream> overHttp2 = survey.open("admin/responses.csv");
      InputStream file = overHttp2.body();
      file.readNBytes(2000);
      assertThat(overHttp2.version()).isEqualTo(HttpClient.Version.HTTP_2);
      survey.killDatabase();
      assertThatThrownBy(() -> survey.askOne("select 1")).isInstanceOf(Exception.class);
      assertBroken(overHttp1);
      assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
    }
    RunningSurvey.await(TransferIT::isServedAgain, Duration.ofMinutes(2));
    RunningSurvey.await(() -> ended("DOWNLOAD_BROKEN") == broken + 2, LIMIT);
  }

  private static boolean isServedAgain() {
    try {
      return survey.get("admin/responses.csv?wave=ORIGINAL").statusCode() == 200;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
