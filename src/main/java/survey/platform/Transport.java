package survey.platform;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What carries an answer: a connection, or with HTTP/2 one stream of it. Jakarta Servlet has no way
 * to break it off, and Payara ends a committed answer in good order whatever is thrown; so this
 * reaches through its request to the network library below, by reflection, since an application
 * does not see these classes.
 */
final class Transport {
  private static final long ONE_LOOK_MORE = Duration.ofMillis(10).toNanos();

  private final Object closeable;
  private final Object connection;

  private Transport(Object closeable, Object connection) {
    this.closeable = closeable;
    this.connection = connection;
  }

  /**
   * That of a request.
   *
   * @throws IllegalStateException if the server is not built as this class knows it
   */
  static Transport of(ServletRequest request) {
    ServletRequest innermost = request;
    while (innermost instanceof ServletRequestWrapper wrapper) {
      innermost = wrapper.getRequest();
    }
    Object connectorRequest = call(innermost, "getUnwrappedCoyoteRequest");
    Object packet = call(call(connectorRequest, "getCoyoteRequest"), "getRequest");
    Object context = call(call(packet, "getProcessingState"), "getHttpContext");
    return new Transport(call(context, "getCloseable"), call(packet, "getConnection"));
  }

  /** Ends it without a word: no last chunk, no end of the stream. */
  void breakOff() {
    call(closeable, "terminateSilently");
  }

  /**
   * How long it waits for a client that takes nothing, from now on.
   *
   * @return for how long it did until now
   */
  Duration waitForReader(Duration longest) {
    try {
      Class<?> type = visible(connection.getClass());
      Object until =
          type.getMethod("getWriteTimeout", TimeUnit.class)
              .invoke(connection, TimeUnit.MILLISECONDS);
      type.getMethod("setWriteTimeout", long.class, TimeUnit.class)
          .invoke(connection, longest.toMillis(), TimeUnit.MILLISECONDS);
      return Duration.ofMillis((Long) until);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server has no write timeout", e);
    }
  }

  /**
   * Waits until all that was written has gone to the network. The server closes at once where the
   * client has said that it will ask nothing more, and drops what is still queued then.
   *
   * @param longest after which it is given up
   */
  void awaitSent(Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    Object queue = call(connection, "getAsyncWriteQueue");
    while (!call(queue, "spaceInBytes").equals(0)
        && call(connection, "isOpen").equals(true)
        && System.nanoTime() < deadline) {
      LockSupport.parkNanos(ONE_LOOK_MORE);
    }
  }

  private static Object call(Object target, String method) {
    try {
      return visible(target.getClass()).getMethod(method).invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server has no " + method, e);
    }
  }

  /** The library hands out classes of its own that extend those which others may call. */
  private static Class<?> visible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers()) ? type : visible(type.getSuperclass());
  }
}
