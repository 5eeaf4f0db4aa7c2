package survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Debian's HAProxy with the configuration that ships, in front of two nodes of this machine. */
public final class LoadBalancer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final int port = RunningSurvey.freePort();
  private final Path output = RunningSurvey.freshHome("balancer").resolve("log");
  private final Process process;

  /** Returns when it takes connections; whether there are any nodes it finds out by itself. */
  public LoadBalancer(int portOfNode1, int portOfNode2) {
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM.toString(), "-db", "-f", "docker/haproxy.cfg")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SURVEY_BALANCER_BIND", "127.0.0.1:" + port);
    builder.environment().put("SURVEY_NODE_1", "127.0.0.1:" + portOfNode1);
    builder.environment().put("SURVEY_NODE_2", "127.0.0.1:" + portOfNode2);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunningSurvey.await(() -> isListening() || !process.isAlive(), LONGEST);
    if (!process.isAlive()) {
      throw new IllegalStateException("the load balancer did not start:\n" + log());
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Its address, ending in a slash. */
  public String address() {
    return "http://localhost:" + port + "/";
  }

  public int port() {
    return port;
  }

  /** Everything it has said. */
  public String log() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has found out that a node of a backend is ready, or is not. */
  public void awaitNode(String node, boolean isUp) {
    RunningSurvey.await(() -> isUp(node) == isUp, LONGEST);
  }

  /** As it last said; before it says anything it takes it for ready. */
  private boolean isUp(String node) {
    List<String> states =
        Pattern.compile("Server " + node + " is (UP|DOWN)")
            .matcher(log())
            .results()
            .map(MatchResult::group)
            .toList();
    return states.isEmpty() || states.get(states.size() - 1).endsWith("UP");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the load balancer does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
