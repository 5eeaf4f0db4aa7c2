package survey.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import survey.Respondent;
import survey.RunningSurvey;

/** What a survey says of itself. */
final class Health {
  /** It has to come back by itself. */
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  /** A server that is told to stop may take a minute for it. */
  private static final Duration LONGEST_BREAKING = Duration.ofMinutes(3);

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

  /**
   * Breaks something, and asks all the while.
   *
   * @param addresses of each node
   * @param breaking returns when it is broken and the survey goes on
   * @return how long after the beginning a node was last seen not to be ready; null if never
   */
  static Duration readyAgain(List<String> addresses, Runnable breaking) {
    long begun = System.nanoTime();
    AtomicLong lastUnready = new AtomicLong(begun);
    CompletableFuture<Void> broken = CompletableFuture.runAsync(breaking);
    RunningSurvey.await(
        () -> {
          boolean isOver = broken.isDone();
          boolean isReady = addresses.stream().allMatch(Health::isReady);
          if (!isReady) {
            lastUnready.set(System.nanoTime());
          }
          return isOver && isReady;
        },
        LONGEST_BREAKING);
    broken.join();
    long unready = lastUnready.get() - begun;
    return unready == 0 ? null : Duration.ofNanos(unready);
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
