package survey.results.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Somebody who watches: an open answer that events are written to as they come and as it takes
 * them.
 *
 * <p>The feed and the container come on threads of their own. Whoever comes first serves, also what
 * the others came for meanwhile; so nobody waits, no lock is held in the container's code, and the
 * answer is only ever touched by one thread.
 */
final class Viewer implements WriteListener {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** When a server ends, its viewers shall not all come back in one instant. */
  private static final int SOONEST_RETRY = 2000;

  private static final int LATEST_RETRY = 5000;
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

  private final AsyncContext context;
  private final ServletOutputStream output;
  private final Consumer<Viewer> farewell;
  private final LongSupplier nanoTime;

  private final AtomicInteger visits = new AtomicInteger();
  private final AtomicReference<Event> waiting = new AtomicReference<>();
  private volatile boolean isLeaving;
  private volatile boolean isLost;
  private volatile boolean isHeartbeatDue;
  private volatile boolean isStuck;
  private volatile long stuckSince;
  private volatile long writtenAt;

  // The serving thread's alone.
  private byte[] greeting =
      "retry: %d\n\n"
          .formatted(ThreadLocalRandom.current().nextInt(SOONEST_RETRY, LATEST_RETRY))
          .getBytes(UTF_8);
  private Event shown;
  private boolean isUnflushed;
  private boolean isGone;

  /**
   * @param farewell told once when the viewer leaves, for whatever reason
   * @param nanoTime a clock that only goes forward
   */
  Viewer(
      AsyncContext context,
      ServletOutputStream output,
      Consumer<Viewer> farewell,
      LongSupplier nanoTime) {
    this.context = context;
    this.output = output;
    this.farewell = farewell;
    this.nanoTime = nanoTime;
    writtenAt = nanoTime.getAsLong();
  }

  /** Shows this event, unless a newer one is there. Never waits. */
  void show(Event event) {
    waiting.accumulateAndGet(event, (old, given) -> given.isNewerThan(old) ? given : old);
    serve();
  }

  /** Keeps an idle connection open, and notices one that has broken. */
  void keepAlive() {
    if (nanoTime.getAsLong() - writtenAt >= SILENCE.toNanos()) {
      isHeartbeatDue = true;
      serve();
    }
  }

  /** Whether what was written has not been taken for longer than our patience. */
  boolean isStalled() {
    return isStuck && nanoTime.getAsLong() - stuckSince > PATIENCE.toNanos();
  }

  /** Ends the answer. May wait for the network where the viewer is stalled. */
  void leave() {
    isLeaving = true;
    serve();
  }

  @Override
  public void onWritePossible() {
    serve();
  }

  @Override
  public void onError(Throwable failure) {
    isLost = true;
    serve();
  }

  private void serve() {
    if (visits.getAndIncrement() > 0) {
      return;
    }
    int served = 1;
    while (served > 0) {
      if (!isGone) {
        writeOrEnd();
      }
      served = visits.addAndGet(-served);
    }
  }

  private void writeOrEnd() {
    try {
      write();
    } catch (IOException | IllegalStateException e) {
      // Its network has gone, which is no trouble of ours to log.
      isLost = true;
    }
    if (isLost || isLeaving) {
      isGone = true;
      farewell.accept(this);
      complete();
    }
  }

  private void write() throws IOException {
    while (!isLost) {
      if (!output.isReady()) {
        noteStuck();
        return;
      }
      isStuck = false;
      if (isLeaving) {
        return;
      }
      byte[] bytes = next();
      if (bytes != null) {
        output.write(bytes);
        isUnflushed = true;
      } else if (isUnflushed) {
        output.flush();
        isUnflushed = false;
        writtenAt = nanoTime.getAsLong();
      } else {
        return;
      }
    }
  }

  private void noteStuck() {
    if (!isStuck) {
      stuckSince = nanoTime.getAsLong();
      isStuck = true;
    }
  }

  /** What to write next; null if nothing is waiting. */
  private byte[] next() {
    byte[] bytes = greeting;
    greeting = null;
    Event event = bytes == null ? waiting.getAndSet(null) : null;
    if (event != null && event.isNewerThan(shown)) {
      shown = event;
      isHeartbeatDue = false;
      bytes = event.bytes();
    }
    if (bytes == null && isHeartbeatDue) {
      isHeartbeatDue = false;
      bytes = HEARTBEAT;
    }
    return bytes;
  }

  /**
   * Not where the connection is lost: the container has ended the request itself by then and may
   * have given its objects to another, whose answer this would end.
   */
  private void complete() {
    if (!isLost) {
      try {
        context.complete();
      } catch (IllegalStateException e) {
        // The container was quicker.
      }
    }
  }
}
