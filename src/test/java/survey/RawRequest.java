package survey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A request as it goes over the wire, which no client tidies up. */
public final class RawRequest {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final String line;
  private final List<String> headers = new ArrayList<>();
  private String body = "";
  private InetAddress client; // null: the usual one

  /** One that asks for a target as it stands here, which may be anything. */
  public static RawRequest of(String method, String target) {
    return new RawRequest(method + " " + target + " HTTP/1.1").with("Host", "localhost");
  }

  /** One with this first line and no header yet. */
  public static RawRequest ofLine(String line) {
    return new RawRequest(line);
  }

  private RawRequest(String line) {
    this.line = line;
  }

  public RawRequest with(String header, String value) {
    headers.add(header + ": " + value);
    return this;
  }

  /** Posts these fields, already encoded. */
  public RawRequest posting(String fields) {
    body = fields;
    return with("Content-Type", "application/x-www-form-urlencoded");
  }

  /** Sends it from another of this machine's addresses. */
  public RawRequest from(InetAddress address) {
    client = address;
    return this;
  }

  /** Sends it to a port of this machine and reads until the server hangs up. */
  public Answer sendTo(int port) {
    String head =
        String.join("\r\n", headers)
            + (headers.isEmpty() ? "" : "\r\n")
            + "Connection: close\r\n"
            + (body.isEmpty() ? "" : "Content-Length: " + body.getBytes(UTF_8).length + "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, client, 0)) {
      socket.setSoTimeout((int) LONGEST.toMillis());
      socket.getOutputStream().write((line + "\r\n" + head + "\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().write(body.getBytes(UTF_8));
      return new Answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** What came back. */
  public record Answer(String text) {
    public int status() {
      return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
    }

    public String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }

    /** The values of a header. */
    public List<String> all(String header) {
      String prefix = header.toLowerCase(Locale.ROOT) + ":";
      return Arrays.stream(text.split("\r\n\r\n", 2)[0].split("\r\n", -1))
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .toList();
    }

    /** The first value of a header, or nothing. */
    public String header(String header) {
      return all(header).stream().findFirst().orElse("");
    }
  }
}
