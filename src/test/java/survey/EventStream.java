package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that watches {@code /api/results/stream}. */
public final class EventStream implements AutoCloseable {
  /** As browsers do without TLS: in HTTP/2 all streams of a client would share a connection. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String DATA = "data: ";
  private static final String END = "the stream has ended";

  private final HttpResponse<InputStream> answer;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** Opens a stream. */
  public static EventStream at(String address) {
    try {
      return new EventStream(
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(address + "api/results/stream")).build(),
              BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private EventStream(HttpResponse<InputStream> answer) {
    this.answer = answer;
    Thread reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader text = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      text.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // It ends one way or another.
    }
    lines.add(END);
  }

  public HttpResponse<InputStream> answer() {
    return answer;
  }

  /** The next line, of whatever kind. */
  public String nextLine(Duration limit) {
    try {
      String line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(line).as("nothing came within " + limit).isNotNull();
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The data of the next event, as it was sent. */
  public String nextData(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      String line = nextLine(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      assertThat(line).isNotEqualTo(END);
      if (line.startsWith(DATA)) {
        return line.substring(DATA.length());
      }
    }
  }

  /** The results that come next. */
  public JsonObject next(Duration limit) {
    return Json.createReader(new StringReader(nextData(limit))).readObject();
  }

  /** How many have answered since, as the next event says. */
  public int nextCount(Duration limit) {
    return next(limit).getJsonObject("waves").getJsonObject("LIVE").getInt("n");
  }

  /** Waits for the server to end it. */
  public void awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!nextLine(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))).equals(END)) {}
  }

  /** Goes away. */
  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
