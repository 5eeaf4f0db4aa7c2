package survey.admin.signin;

import java.time.Duration;
import java.time.Instant;
import survey.response.Recent;

/**
 * Wrong passwords by who sent them. A few cost nothing but the time they take; each one more makes
 * its sender wait twice as long as the one before, up to a quarter of an hour. Who has sent none
 * for a quarter of an hour more than that starts afresh.
 *
 * <p>However many send them, only so many senders are remembered: the one whose last is longest ago
 * is forgotten first.
 */
final class Failures {
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration MEMORY = Duration.ofMinutes(15);

  /** From here on doubling has reached the longest wait. */
  private static final int MOST_DOUBLINGS = 5;

  private final int free;
  private final Recent<Count> counts;

  /**
   * @param free how many are free
   * @param most how many senders are remembered
   */
  Failures(int free, int most) {
    this.free = free;
    counts = new Recent<>(most);
  }

  /** How long a sender has to wait; zero or less if not at all. */
  Duration waitOf(String sender, Instant now) {
    Count count = count(sender, now);
    return Duration.between(now, count.last().plus(wait(count.wrong())));
  }

  /** Whether a sender has sent none that is remembered. */
  boolean hasNone(String sender, Instant now) {
    return count(sender, now).wrong() == 0;
  }

  void add(String sender, Instant now) {
    Count count = count(sender, now);
    counts.note(sender, new Count(count.wrong() + 1, now, count.last()));
  }

  /** Takes the last one back: it was none. */
  void takeBack(String sender) {
    counts.computeIfPresent(
        sender,
        (any, count) ->
            count.wrong() == 1
                ? null
                : new Count(count.wrong() - 1, count.before(), count.before()));
  }

  void forget(String sender) {
    counts.remove(sender);
  }

  void clear() {
    counts.clear();
  }

  int size() {
    return counts.size();
  }

  private Count count(String sender, Instant now) {
    Count count = counts.getOrDefault(sender, Count.NONE);
    boolean isOver = now.isAfter(count.last().plus(wait(count.wrong())).plus(MEMORY));
    return isOver ? Count.NONE : count;
  }

  private Duration wait(int wrong) {
    if (wrong < free) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - free, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** How many, when the last, and when the one before it. */
  private record Count(int wrong, Instant last, Instant before) {
    static final Count NONE = new Count(0, Instant.EPOCH, Instant.EPOCH);
  }
}
