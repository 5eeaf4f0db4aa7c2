package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * An admin who is signed in: the password, which is slow to check by design, was asked for once.
 */
final class Admin {
  /** What the surveys of the benchmarks are started with. */
  static final String PASSWORD = "an admin's in the benchmarks";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String address;
  private final String cookie;

  /** Signs in. */
  Admin(String address) throws IOException, InterruptedException {
    this.address = address;
    HttpResponse<Void> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(address + "login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "account=admin&password="
                            + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))
                .build(),
            BodyHandlers.discarding());
    assertThat(answer.statusCode()).as("sign-in").isEqualTo(303);
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  /** A file, whose reading fails if it ends too early. */
  CountedStream download(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie).build(),
            BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new CountedStream(answer.body());
  }
}
