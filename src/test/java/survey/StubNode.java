package survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a load balancer takes for a node: answers, or hangs up, and notes what it was asked. */
final class StubNode implements AutoCloseable {
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Headers lastHeaders = new Headers();
  private volatile boolean isReady = true;
  private volatile boolean isHangingUp;

  StubNode() {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), RunningSurvey.freePort()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.createContext("/health/ready", exchange -> send(exchange, isReady ? 200 : 503));
    server.createContext("/health/live", exchange -> send(exchange, 200));
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    lastHeaders = exchange.getRequestHeaders();
    if (isHangingUp) {
      exchange.close();
    } else {
      send(exchange, 200);
    }
  }

  private static void send(HttpExchange exchange, int status) throws IOException {
    byte[] body = "survey".getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void setReady(boolean isReady) {
    this.isReady = isReady;
  }

  void setHangingUp(boolean isHangingUp) {
    this.isHangingUp = isHangingUp;
  }

  /** The requests since the last time it was asked for them. */
  List<String> asked() {
    List<String> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  /** The headers of the last one. */
  Headers lastHeaders() {
    return lastHeaders;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
