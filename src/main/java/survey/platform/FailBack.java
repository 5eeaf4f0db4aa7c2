package survey.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has this node go back to the first of several servers, in their order, that takes writes again.
 * So the nodes of the survey, wherever each had fled to, end up with the same one.
 */
final class FailBack {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final AtomicBoolean HAS_BEGUN = new AtomicBoolean();

  private FailBack() {}

  /** From now on, once for all pools: they use the same servers. */
  static void begin(Servers servers) {
    if (HAS_BEGUN.compareAndSet(false, true)) {
      Thread thread = new Thread(() -> lookAgainAndAgain(servers), "database-failback");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void lookAgainAndAgain(Servers servers) {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        servers.goBack();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
