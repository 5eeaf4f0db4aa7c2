package survey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;

/**
 * A connection that is kept for one request after the other, each as it stands, and opened anew
 * when the server has closed it.
 */
final class KeptConnection implements AutoCloseable {
  private static final int LONGEST_MILLIS = 30_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  /** One to a port of this machine. */
  KeptConnection(int port) {
    this.port = port;
  }

  /**
   * Sends a request and reads the whole answer to it.
   *
   * @return with status 0 if the server hung up without one, twice
   */
  Answer ask(byte[] request) throws IOException {
    try {
      return tried(request);
    } catch (EOFException | SocketException e) {
      // It may have closed what was idle just when this was sent.
      close();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
    try {
      return tried(request);
    } catch (EOFException | SocketException e) {
      close();
      return Answer.NONE;
    } catch (IOException | RuntimeException e) {
      // What is still to come belongs to no later request.
      close();
      throw e;
    }
  }

  private Answer tried(byte[] request) throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(LONGEST_MILLIS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    socket.getOutputStream().write(request);
    return read(new String(request, 0, Math.min(5, request.length), UTF_8).equals("HEAD "));
  }

  /**
   * Reads one answer more, to what the last request had after its end.
   *
   * @return with status 0 if the server has hung up
   */
  Answer next() throws IOException {
    if (socket == null) {
      return Answer.NONE;
    }
    try {
      return read(false);
    } catch (EOFException | SocketException e) {
      close();
      return Answer.NONE;
    }
  }

  private Answer read(boolean isHead) throws IOException {
    String head = head();
    while (status(head) / 100 == 1) {
      head = head();
    }
    String body = isHead || status(head) == 304 ? "" : body(head);
    if (header(head, "connection").equalsIgnoreCase("close")) {
      close();
    }
    return new Answer(status(head), head, body);
  }

  private static int status(String head) {
    return Integer.parseInt(head.split(" ", 3)[1]);
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    String line = line();
    while (!line.isEmpty()) {
      head.append(line).append('\n');
      line = line();
    }
    return head.toString();
  }

  private String body(String head) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (header(head, "transfer-encoding").equals("chunked")) {
      int length = Integer.parseInt(line(), 16);
      while (length > 0) {
        body.write(in.readNBytes(length));
        line();
        length = Integer.parseInt(line(), 16);
      }
      line();
    } else if (!header(head, "content-length").isEmpty()) {
      body.write(in.readNBytes(Integer.parseInt(header(head, "content-length"))));
    } else {
      body.write(in.readAllBytes());
      close();
    }
    return body.toString(UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  /** What came back: the head's lines, and the body where it is read as UTF-8. */
  record Answer(int status, String head, String body) {
    private static final Answer NONE = new Answer(0, "", "");

    String header(String name) {
      return KeptConnection.header(head, name);
    }
  }
}
