package survey.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Ports: whether one is free, and which one the embedded database takes. */
final class Port {
  private Port() {}

  static void requireFree(String setting, InetAddress host, int port) throws StartFailure {
    try {
      bindAndRelease(host, port);
    } catch (BindException e) {
      throw new StartFailure(
          "Port %d of %s cannot be used (%s); set %s to another one."
              .formatted(port, host.getHostAddress(), e.getMessage(), setting),
          e);
    } catch (IOException e) {
      throw new StartFailure("Port %d cannot be checked: %s".formatted(port, e), e);
    }
  }

  /**
   * Any free one: two that start at the same moment, and would find the same one first, soon part.
   */
  static int anyFree(int from, int to) throws StartFailure {
    return new Random()
        .ints(100L * (to - from), from, to + 1)
        .filter(Port::isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new StartFailure(
                    "No port from %d to %d is free for the database; set SURVEY_DB_PORT."
                        .formatted(from, to)));
  }

  private static boolean isFree(int port) {
    try {
      bindAndRelease(InetAddress.getLoopbackAddress(), port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void bindAndRelease(InetAddress host, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    }
  }
}
