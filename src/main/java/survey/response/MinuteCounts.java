package survey.response;

import java.time.Duration;
import java.time.Instant;

/**
 * How many of something came from each source in the minute that began with the first of them. Of a
 * fixed size: the source that has been silent for longest is forgotten first.
 */
final class MinuteCounts {
  static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_SOURCES = 50_000;

  private final Recent<Window> windows = new Recent<>(MOST_SOURCES);

  /** Counts one more; how many there are with it. */
  int add(String source, Instant now) {
    Window window = window(source, now);
    windows.note(source, new Window(window.begin(), window.count() + 1));
    return window.count() + 1;
  }

  /** Takes one back that was none. */
  void takeBack(String source) {
    windows.computeIfPresent(
        source, (any, window) -> new Window(window.begin(), Math.max(0, window.count() - 1)));
  }

  /** How many there are. */
  int count(String source, Instant now) {
    return window(source, now).count();
  }

  /** How long they count; at most a minute, by a clock that goes on. */
  Duration left(String source, Instant now) {
    return Duration.between(now, window(source, now).begin().plus(MINUTE));
  }

  void clear() {
    windows.clear();
  }

  private Window window(String source, Instant now) {
    Window window = windows.get(source);
    // Either way: a clock that is put back by an hour must not keep it open for an hour.
    boolean isOpen =
        window != null && Duration.between(window.begin(), now).abs().compareTo(MINUTE) < 0;
    return isOpen ? window : new Window(now, 0);
  }

  private record Window(Instant begin, int count) {}
}
