package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * How often receipt codes may be tried that open nothing. Of 2^80 codes nobody hits one; the limits
 * keep who tries from using the database up. At a shared address the right code of somebody else
 * still opens its response, unless there is a flood far beyond what people do.
 *
 * <p>All this is this node's memory, of a fixed size, under a key that is renewed once a day. Where
 * respondents are not limited, codes are not either.
 */
@ApplicationScoped
public class Guesses {
  private static final int MANY = 20;
  private static final int TOO_MANY = 200;

  private final SeldomWarning guessing =
      new SeldomWarning(
          Logger.getLogger(Guesses.class.getName()),
          "More wrong receipt codes come from one source than people enter.");
  private final Floods floods;
  private final Clock clock;
  private final MinuteCounts wrong = new MinuteCounts();
  private final Sources sources = new Sources();

  @Inject
  Guesses(Floods floods, Clock clock) {
    this.floods = floods;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Guesses() {
    this(null, null);
  }

  /**
   * How long no code from this address is looked up any more; zero if it is looked up. That is so
   * from the 200th wrong one in a minute on.
   */
  public synchronized Duration waitOf(String address) {
    return left(address, TOO_MANY);
  }

  /**
   * Notes that a code from this address opened nothing.
   *
   * @return how long to wait before the next; zero for the first 20 in a minute
   */
  public synchronized Duration add(String address) {
    if (!floods.isWatching()) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    renew(now);
    wrong.add(sources.of(address), now);
    return left(address, MANY + 1);
  }

  private Duration left(String address, int limit) {
    if (!floods.isWatching()) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    renew(now);
    String source = sources.of(address);
    if (wrong.count(source, now) < limit) {
      return Duration.ZERO;
    }
    guessing.give(now);
    return wrong.left(source, now);
  }

  private void renew(Instant now) {
    if (sources.renew(now)) {
      wrong.clear();
    }
  }
}
