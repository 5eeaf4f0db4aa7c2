package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Does again what another transaction was in the way of, or a lost connection. While much fails, as
 * when a database goes away, only so many try again at a time: the others are told at once, and
 * leave the server's threads to those whom it can serve.
 */
@ApplicationScoped
public class Retries {
  /** A deadlock is over at once; who waits longer is better told so. */
  static final Duration LONGEST = Duration.ofSeconds(2);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(320);
  private static final int MOST_AT_ONCE = 16;

  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /** Something that changes the database as a whole or not at all. */
  @FunctionalInterface
  public interface Step<T, E extends Exception> {
    /**
     * Does it.
     *
     * @param isFirst whether it is not known to have been tried before
     */
    T take(boolean isFirst) throws E;
  }

  /**
   * Takes a step until nothing is in its way, for about two seconds at most.
   *
   * @throws E as the step does
   * @throws RuntimeException the step's last failure, if it is not a passing one, time is over, or
   *     too many others try again already
   */
  public <T, E extends Exception> T run(Step<T, E> step) throws E {
    try {
      return step.take(true);
    } catch (RuntimeException e) {
      if (!Causes.arePassing(e) || !places.tryAcquire()) {
        throw e;
      }
    }
    try {
      return again(step);
    } finally {
      places.release();
    }
  }

  /** The same for a step that has nothing to tell and need not know whether it is the first. */
  public void run(Runnable step) {
    run(
        isFirst -> {
          step.run();
          return null;
        });
  }

  private <T, E extends Exception> T again(Step<T, E> step) throws E {
    long begun = System.nanoTime();
    for (Duration pause = SHORTEST_PAUSE; ; pause = longer(pause)) {
      pause(pause);
      try {
        return step.take(false);
      } catch (RuntimeException e) {
        if (!Causes.arePassing(e) || System.nanoTime() - begun > LONGEST.toNanos()) {
          throw e;
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** At random, so that those who met do not meet again. */
  private static void pause(Duration mean) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2 * mean.toNanos()));
  }
}
