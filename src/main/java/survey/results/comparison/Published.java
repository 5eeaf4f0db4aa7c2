package survey.results.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import survey.results.statistics.Look;

/**
 * What this node knows to be published, and how long it need not ask the database.
 *
 * @param last the comparison at the last look known; nothing before the first
 * @param troubled whether the database, or what it holds, was in trouble when it was last asked
 * @param until when to ask again, even without a new look: another node may have taken one that
 *     this one has not reached, where responses are withdrawn
 */
record Published(Optional<Comparison> last, boolean troubled, Instant until) {
  static final Duration FRESH = Duration.ofMinutes(1);

  /** Long enough that trouble costs no statement and no line in the log per page. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  /** Before the database was first asked. */
  static Published unknown() {
    return new Published(Optional.empty(), false, Instant.MIN);
  }

  /** Whether this may be shown without asking: the ordinary case. */
  boolean suffices(long liveN, Instant now) {
    return now.isBefore(until) && (troubled || !isDue(liveN));
  }

  /** Whether LIVE has reached a look beyond the last one known. */
  boolean isDue(long liveN) {
    int known = last.map(comparison -> comparison.taken().number()).orElse(0);
    return Look.last(liveN).map(Look::number).orElse(0) > known;
  }

  Published answered(Optional<Comparison> comparison, Instant now) {
    return new Published(comparison, false, now.plus(FRESH));
  }

  /** What was known stays. */
  Published failed(Instant now) {
    return new Published(last, true, now.plus(PAUSE));
  }
}
