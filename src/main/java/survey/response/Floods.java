package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many responses come from one source in a minute. A school or a company shares an address, so
 * more than usual is only worth a flag, and none but a flood far beyond is asked to wait.
 *
 * <p>All this is this node's memory, of a fixed size, under a key that nobody knows and that is
 * renewed once a day; several nodes allow that many times as many.
 */
@Named
@ApplicationScoped
public class Floods {
  /** What becomes of one response more. */
  enum Verdict {
    ORDINARY,
    SUSPICIOUS,
    TOO_MANY
  }

  private static final int FAR_BEYOND = 10;

  private final SeldomWarning warning =
      new SeldomWarning(
          Logger.getLogger(Floods.class.getName()),
          "More responses come from one source than its limit; they are flagged, or put off if they are far too many.");
  private final int limit;
  private final Clock clock;
  private final MinuteCounts counts = new MinuteCounts();
  private final Sources sources = new Sources();

  /**
   * @param limit how many responses a minute from one source are ordinary; 0 for no limit at all
   */
  @Inject
  Floods(@ConfigProperty(name = "survey.rate.limit", defaultValue = "60") int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Floods() {
    this(0, null);
  }

  /** Whether respondents are limited and looked at for being machines. */
  public boolean isWatching() {
    return limit > 0;
  }

  /**
   * Counts one response more from an address.
   *
   * @return what becomes of it, by how many came from its source in the minute that began with the
   *     first of them
   */
  synchronized Verdict add(String address) {
    if (!isWatching()) {
      return Verdict.ORDINARY;
    }
    Instant now = clock.instant();
    if (sources.renew(now)) {
      counts.clear();
    }
    int count = counts.add(sources.of(address), now);
    if (count <= limit) {
      return Verdict.ORDINARY;
    }
    warning.give(now);
    return count <= (long) limit * FAR_BEYOND ? Verdict.SUSPICIOUS : Verdict.TOO_MANY;
  }

  /** Takes one back: it was a form that had been sent before, or it could not be stored. */
  synchronized void takeBack(String address) {
    if (isWatching()) {
      counts.takeBack(sources.of(address));
    }
  }
}
