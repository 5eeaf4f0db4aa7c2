package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * How often receipt codes may be tried that open nothing. Of 2^80 codes nobody hits one; the limit
 * keeps who tries from using the database up. All this is this node's memory, of a fixed size,
 * under a key that is renewed once a day. Where respondents are not limited, codes are not either.
 */
@ApplicationScoped
public class Guesses {
  private static final int FREE = 20;
  private static final int MOST_SOURCES = 10_000;

  private final SeldomWarning guessing =
      new SeldomWarning(
          Logger.getLogger(Guesses.class.getName()),
          "Somebody has tried more receipt codes than they may, and waits.");
  private final Floods floods;
  private final Clock clock;
  private final Failures wrong = new Failures(FREE, MOST_SOURCES);
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

  /** How long the source of an address has to wait; zero or less if not at all. */
  synchronized Duration waitOf(String address) {
    if (!floods.isWatching()) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    renew(now);
    Duration wait = wrong.waitOf(sources.of(address), now);
    if (wait.compareTo(Duration.ZERO) > 0) {
      guessing.give(now);
    }
    return wait;
  }

  /** Notes that a code from this address opened nothing. */
  synchronized void add(String address) {
    if (floods.isWatching()) {
      Instant now = clock.instant();
      renew(now);
      wrong.add(sources.of(address), now);
    }
  }

  private void renew(Instant now) {
    if (sources.renew(now)) {
      wrong.clear();
    }
  }
}
