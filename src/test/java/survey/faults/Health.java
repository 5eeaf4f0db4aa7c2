package survey.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import survey.Respondent;
import survey.RunningSurvey;

/** What a survey says of itself. */
final class Health {
  private Health() {}

  static boolean isReady(String address) {
    return status(address, "health/ready") == 200;
  }

  static boolean isLive(String address) {
    return status(address, "health/live") == 200;
  }

  static void awaitReady(String address, Duration limit) {
    RunningSurvey.await(() -> isReady(address), limit);
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
