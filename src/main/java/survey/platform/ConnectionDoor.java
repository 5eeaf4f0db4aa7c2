package survey.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Where pages get their connections. While the database is away, each would wait for one as long as
 * the pool lets it, until all of the server's threads do and not even the form opens. So only so
 * many wait at a time; and once some have waited in vain, all others are refused at once, but for
 * one every half a second that tries. (MicroProfile's circuit breaker lets everybody in who comes
 * before that one has ended, which takes seconds with a database that is silent.)
 */
final class ConnectionDoor {
  /** Three quarters of the server's threads: the others serve what needs no database. */
  private static final int MOST_WAITING = 48;

  /** One alone may have met a busy moment. */
  private static final int FAILURES = 2;

  private static final long PAUSE = Duration.ofMillis(500).toNanos();

  /** Where they come from. */
  interface Pool {
    Connection take() throws SQLException;
  }

  private final LongSupplier clock;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final AtomicBoolean isTried = new AtomicBoolean();
  private int failures;
  private long lastFailure;
  private long lastSuccess;

  ConnectionDoor() {
    this(System::nanoTime);
  }

  /**
   * @param clock nanoseconds that only grow
   */
  ConnectionDoor(LongSupplier clock) {
    this.clock = clock;
    lastSuccess = clock.getAsLong();
  }

  /**
   * A connection from a pool that may take its time.
   *
   * @throws SQLTransientConnectionException without waiting, where the database is away or too many
   *     wait
   * @throws SQLException if the pool has none
   */
  Connection open(Pool pool) throws SQLException {
    boolean isTrial = isShut();
    if (isTrial && !(isRested() && isTried.compareAndSet(false, true))) {
      throw new SQLTransientConnectionException("the database is away");
    }
    try {
      return take(pool);
    } finally {
      if (isTrial) {
        isTried.set(false);
      }
    }
  }

  private Connection take(Pool pool) throws SQLException {
    if (!waiting.tryAcquire()) {
      throw new SQLTransientConnectionException("too many wait for the database");
    }
    long begun = clock.getAsLong();
    try {
      Connection connection = pool.take();
      succeed();
      return connection;
    } catch (SQLException e) {
      fail(begun);
      throw e;
    } finally {
      waiting.release();
    }
  }

  private synchronized boolean isShut() {
    return failures >= FAILURES;
  }

  private synchronized boolean isRested() {
    return clock.getAsLong() - lastFailure >= PAUSE;
  }

  private synchronized void succeed() {
    failures = 0;
    lastSuccess = clock.getAsLong();
  }

  /** Who has waited since before the last success says nothing about now. */
  private synchronized void fail(long begun) {
    if (begun - lastSuccess >= 0) {
      failures++;
      lastFailure = clock.getAsLong();
    }
  }
}
