package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import survey.Admin;

/**
 * An admin's program. The password, which is slow to check by design, is asked for once: it has the
 * cookie of a sign-in.
 */
final class Downloader {
  /** What the surveys of the benchmarks are started with. */
  static final String PASSWORD = "an admin's in the benchmarks";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String address;
  private final String cookie;

  /** Signs in. */
  Downloader(String address) {
    this.address = address;
    cookie = Admin.signedIn(address, PASSWORD).cookie();
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
