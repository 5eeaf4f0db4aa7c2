package survey.admin.signin;

import java.time.Duration;
import java.time.Instant;

/** So many at once, and one more each time that an interval has passed. */
final class Budget {
  private final Duration interval;
  private final Duration whole;

  /** When it will be whole again, if nothing is taken from now on. */
  private Instant wholeAt = Instant.EPOCH;

  Budget(int most, Duration interval) {
    this.interval = interval;
    whole = interval.multipliedBy(most);
  }

  /** Takes one, if there is one. */
  boolean take(Instant now) {
    if (untilNext(now).compareTo(Duration.ZERO) > 0) {
      return false;
    }
    wholeAt = (wholeAt.isBefore(now) ? now : wholeAt).plus(interval);
    return true;
  }

  void giveBack() {
    wholeAt = wholeAt.minus(interval);
  }

  /** How long until there is one; zero or less if there is. */
  Duration untilNext(Instant now) {
    return Duration.between(now, wholeAt.plus(interval).minus(whole));
  }
}
