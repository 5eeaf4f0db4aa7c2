package survey.results.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AsyncContext context;
  private final ServletOutputStream output;
  private final Outbox outbox;
  private final Consumer<Viewer> farewell;
  private final LongSupplier nanoTime;

  private final AtomicInteger visits = new AtomicInteger();
  private volatile boolean isLeaving;
  private volatile boolean isLost;
  private volatile boolean isStuck;
  private volatile long stuckSince;
  private volatile long writtenAt;

  // The serving thread's alone.
  private boolean isUnflushed;
  private boolean isGone;

  /**
   * @param events after how many the answer ends and the viewer comes back, from 1
   * @param farewell told once when the viewer leaves, for whatever reason
   * @param nanoTime a clock that only goes forward
   */
  Viewer(
      AsyncContext context,
      ServletOutputStream output,
      int events,
      Consumer<Viewer> farewell,
      LongSupplier nanoTime) {
    this.context = context;
    this.output = output;
    outbox = new Outbox(events);
    this.farewell = farewell;
    this.nanoTime = nanoTime;
    writtenAt = nanoTime.getAsLong();
  }

  /** Shows this event, unless a newer one is there. Never waits. */
  void show(Event event) {
    outbox.add(event);
    serve();
  }

  /** Keeps an idle connection open, and notices one that has broken. */
  void keepAlive() {
    if (nanoTime.getAsLong() - writtenAt >= outbox.silence().toNanos()) {
      outbox.addHeartbeat();
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
      byte[] bytes = outbox.take();
      if (bytes != null) {
        output.write(bytes);
        isUnflushed = true;
        isLeaving |= outbox.isAtItsEnd();
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
