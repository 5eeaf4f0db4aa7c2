package survey.results.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a viewer has still to be told: a greeting, of all events the latest alone, heartbeats.
 * Anybody may add to it; one thread at a time takes from it.
 */
final class Outbox {
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** Who went away at once is noticed at the second writing, and makes room soon. */
  static final Duration FIRST_SILENCE = Duration.ofSeconds(2);

  private static final int FIRST_HEARTBEATS = 2;

  /** When a server ends, its viewers shall not all come back in one instant. */
  private static final int SOONEST_RETRY = 2000;

  private static final int LATEST_RETRY = 5000;
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);
  private static final byte[] COME_BACK = "retry: 100\n\n".getBytes(UTF_8);

  private final AtomicReference<Event> waiting = new AtomicReference<>();
  private volatile boolean isHeartbeatDue;
  private volatile int heartbeats;

  // The taking thread's alone.
  private byte[] greeting =
      "retry: %d\n\n"
          .formatted(ThreadLocalRandom.current().nextInt(SOONEST_RETRY, LATEST_RETRY))
          .getBytes(UTF_8);
  private Event shown;
  private int eventsLeft;

  /**
   * @param events how many there will be, from 1: what is written stays in memory until it is
   *     taken, and not every network says when it is not; so the answer ends after some, and the
   *     viewer comes back at once
   */
  Outbox(int events) {
    eventsLeft = events;
  }

  /** Adds an event, unless a newer one is there. */
  void add(Event event) {
    waiting.accumulateAndGet(event, (old, given) -> given.isNewerThan(old) ? given : old);
  }

  /** Adds a heartbeat, unless there is something else to tell. */
  void addHeartbeat() {
    isHeartbeatDue = true;
  }

  /** After how long without a word a heartbeat is due. */
  Duration silence() {
    return heartbeats < FIRST_HEARTBEATS ? FIRST_SILENCE : SILENCE;
  }

  /** Whether nothing more will come. */
  boolean isAtItsEnd() {
    return eventsLeft == 0;
  }

  /** What to write next; null if nothing is waiting. */
  byte[] take() {
    if (greeting != null) {
      byte[] first = greeting;
      greeting = null;
      return first;
    }
    Event event = waiting.getAndSet(null);
    if (event != null && event.isNewerThan(shown)) {
      return take(event);
    }
    if (isHeartbeatDue) {
      isHeartbeatDue = false;
      heartbeats = Math.min(FIRST_HEARTBEATS, heartbeats + 1);
      return HEARTBEAT;
    }
    return null;
  }

  private byte[] take(Event event) {
    shown = event;
    isHeartbeatDue = false;
    eventsLeft--;
    byte[] bytes = event.bytes();
    return isAtItsEnd()
        ? ByteBuffer.allocate(COME_BACK.length + bytes.length).put(COME_BACK).put(bytes).array()
        : bytes;
  }
}
