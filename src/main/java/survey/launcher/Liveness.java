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
 * Whether the application runs, as it says itself. Without one, or with a broken one, the server
 * answers, too.
 */
final class Liveness {
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final int ANSWER_LIMIT_MS = 10_000;
  private static final Pattern OUR_CHECK = Pattern.compile("\"name\"\\s*:\\s*\"survey\"");

  private final URL address;
  private String lastAnswer = "nothing";

  Liveness(InetAddress host, int port) {
    String name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
    try {
      address = new URI("http", null, name, port, "/health/live", null, null).toURL();
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
  }

  private static Optional<String> reason() {
    return Optional.ofNullable(System.getProperty("survey.start.failure"));
  }

  private boolean isProven() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.openConnection();
      connection.setConnectTimeout(ANSWER_LIMIT_MS);
      connection.setReadTimeout(ANSWER_LIMIT_MS);
      int status = connection.getResponseCode();
      lastAnswer = Integer.toString(status);
      if (status != HttpURLConnection.HTTP_OK) {
        return false;
      }
      try (InputStream body = connection.getInputStream()) {
        return OUR_CHECK.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8)).find();
      }
    } catch (IOException e) {
      lastAnswer = e.toString();
      return false;
    }
  }
}
