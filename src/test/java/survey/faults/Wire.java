package survey.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import survey.RunningSurvey;
import survey.TestDatabase;

/** A network between a client and a server on this machine, which can be broken. */
final class Wire implements AutoCloseable {
  private final int target;
  private final ServerSocket entrance = new ServerSocket();
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  private enum State {
    WHOLE,
    CUT,
    SWALLOWING
  }

  /** Between whoever connects to its port and a database on this machine. */
  Wire(TestDatabase database) throws IOException {
    target = URI.create(database.url().substring("jdbc:".length())).getPort();
    entrance.bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), RunningSurvey.freePort()));
    inBackground(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** How many connections there are. */
  int connections() {
    return ends.size() / 2;
  }

  /** Breaks all connections, and each new one at once. */
  void cut() {
    state = State.CUT;
    ends.forEach(Wire::reset);
    ends.clear();
  }

  /** Takes everything and hands nothing on; for good, as far as connections go that it met. */
  void swallow() {
    state = State.SWALLOWING;
  }

  /** Is whole again, for new connections; those that lost something end. */
  void heal() {
    ends.forEach(Wire::reset);
    ends.clear();
    state = State.WHOLE;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (state == State.CUT) {
          reset(client);
        } else {
          connect(client);
        }
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      ends.add(client);
      ends.add(server);
      inBackground(() -> carry(client, server));
      inBackground(() -> carry(server, client));
      if (state == State.CUT) {
        cut();
      }
    } catch (IOException e) {
      // The server is not there: the client finds that out.
      reset(client);
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] part = new byte[16_384];
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        if (state != State.SWALLOWING) {
          out.write(part, 0, length);
        }
      }
    } catch (IOException e) {
      // One end has gone, and with it the other.
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already: the other side was quicker.
    }
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    ends.forEach(Wire::reset);
  }
}
