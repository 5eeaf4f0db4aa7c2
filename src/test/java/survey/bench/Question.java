package survey.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** What the survey is asked, one client after another; each answer is looked at. */
enum Question {
  PAGE("results"),
  API("api/results"),
  LIVE_BY_AGE("api/results/crosstab?by=age&wave=LIVE"),
  ALL_BY_OCCUPATION("api/results/crosstab?by=occupation&wave=ALL"),
  FIRST_EVENT("api/results/stream") {
    @Override
    String answer(LoadedSurvey survey) throws IOException {
      try (Socket socket = new Socket("localhost", survey.port());
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
        socket
            .getOutputStream()
            .write(("GET /" + path() + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
        return reader.lines().filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
      }
    }
  };

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern BASE = Pattern.compile("\"n\":(\\d+)");
  private static final int ORIGINAL = 100;
  private static final int FEW = 1000;

  private final String path;

  Question(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  /** Asks once. */
  String answer(LoadedSurvey survey) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(survey.address() + path)).build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** An error's page would be quick: the number of those who count must be there. */
  void assertIsAnsweredBy(String answer, LoadedSurvey survey) {
    switch (this) {
      case PAGE -> {
        assertThat(answer).contains("data-n=\"" + survey.counted() + "\"");
        assertThat(answer).contains("class=\"periods\"");
      }
      case API, FIRST_EVENT ->
          assertThat(answer).contains("\"LIVE\":{\"n\":" + survey.counted() + ",");
      case LIVE_BY_AGE -> assertAddUp(answer, survey, survey.counted());
      case ALL_BY_OCCUPATION -> assertAddUp(answer, survey, survey.counted() + ORIGINAL);
    }
  }

  /** A hundred may be too few for any group to be shown. */
  private static void assertAddUp(String answer, LoadedSurvey survey, long base) {
    boolean isHidden = survey.size() < FEW && answer.contains("\"n\":null");
    assertThat(sum(answer)).isEqualTo(isHidden ? 0 : base);
  }

  private static long sum(String answer) {
    return BASE.matcher(answer).results().mapToLong(base -> Long.parseLong(base.group(1))).sum();
  }
}
