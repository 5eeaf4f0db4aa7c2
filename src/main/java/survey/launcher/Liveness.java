package survey.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the application runs, as it says itself, and keeps its doors shut. Without an
 * application, or with a broken one, the server answers, too; and where a filter cannot be made, it
 * goes on without it.
 */
final class Liveness {
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final int ANSWER_LIMIT_MS = 10_000;
  private static final Pattern OUR_CHECK = Pattern.compile("\"name\"\\s*:\\s*\"survey\"");

  private static final String FOR_ADMINS = "/admin/responses.csv";

  private final URL address;
  private final URL door;
  private String lastAnswer = "nothing";

  Liveness(InetAddress host, int port) {
    String name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
    try {
      address = new URI("http", null, name, port, "/health/live", null, null).toURL();
      door = new URI("http", null, name, port, FOR_ADMINS, null, null).toURL();
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The application leaves its reason where it can; otherwise the log has it. */
  void require(boolean deployed, HomeFolder home) throws StartFailure {
    Duration limit = deployed ? LONGEST_START : Duration.ZERO;
    boolean proven = Patience.until(() -> reason().isPresent() || isProven(), limit);
    if (reason().isPresent()) {
      throw new StartFailure(reason().get());
    }
    if (!proven) {
      throw new StartFailure(
          "The application does not work: /health/live answered %s; see %s."
              .formatted(lastAnswer, ServerLog.file(home)));
    }
    if (!isShut()) {
      throw new StartFailure(
          "The application does not ask who wants %s: it answered %s; see %s."
              .formatted(FOR_ADMINS, lastAnswer, ServerLog.file(home)));
    }
  }

  /** Why the application did not start, if it could say so. */
  static Optional<String> reason() {
    return Optional.ofNullable(System.getProperty("survey.start.failure"));
  }

  private boolean isProven() {
    return holds(
        address,
        connection -> {
          if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            return false;
          }
          try (InputStream body = connection.getInputStream()) {
            return OUR_CHECK
                .matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                .find();
          }
        });
  }

  private boolean isShut() {
    return holds(
        door, connection -> connection.getResponseCode() == HttpURLConnection.HTTP_UNAUTHORIZED);
  }

  private boolean holds(URL url, Check check) {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(ANSWER_LIMIT_MS);
      connection.setReadTimeout(ANSWER_LIMIT_MS);
      lastAnswer = Integer.toString(connection.getResponseCode());
      return check.of(connection);
    } catch (IOException e) {
      lastAnswer = e.toString();
      return false;
    }
  }

  /** What an answer has to be like. */
  private interface Check {
    boolean of(HttpURLConnection answer) throws IOException;
  }
}
