package survey.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for a condition, not for a time: looks again and again until it holds or the limit is
 * reached.
 */
final class Patience {
  private static final long BETWEEN_LOOKS_MS = 25;

  private Patience() {}

  static boolean until(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN_LOOKS_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }
}
