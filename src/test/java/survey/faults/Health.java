package survey.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import survey.Respondent;
import survey.RunningSurvey;

/** What a survey says of itself. */
final class Health {
  /** It has to come back by itself. */
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  private Health() {}

  static boolean isReady(String address) {
    return status(address, "health/ready") == 200;
  }

  static boolean isLive(String address) {
    return status(address, "health/live") == 200;
  }

  /**
   * Waits until it is ready.
   *
   * @param since by {@link System#nanoTime}
   * @return how long that took since then
   */
  static Duration awaitReady(String address, long since) {
    RunningSurvey.await(() -> isReady(address), RECOVERY);
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** The HTTP status; 0 without an answer. */
  private static int status(String address, String page) {
    try {
      return Respondent.get(address + page).statusCode();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }
}
