package survey.admin.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.NotApplicable;
import survey.response.Outdated;

/** Has decisions carried out, again where another transaction was in the way. */
@ApplicationScoped
class Decisions {
  private static final Logger LOG = Logger.getLogger(Decisions.class.getName());

  /** A deadlock is over at once; who waits longer is better told so. */
  private static final Duration LONGEST_RETRYING = Duration.ofSeconds(2);

  @Inject Moderation moderation;
  @Inject Clock clock;

  /** Never throws: what became of it is told. */
  Outcome decide(Order order, Seen seen) {
    Instant limit = clock.instant().plus(LONGEST_RETRYING);
    for (boolean isFirst = true; ; isFirst = false) {
      try {
        return tryTo(order, seen, isFirst);
      } catch (RuntimeException e) {
        if (clock.instant().isAfter(limit) || !Causes.arePassing(e)) {
          LOG.log(Level.SEVERE, "a decision could not be stored: {0}", Causes.describe(e));
          return Outcome.FAILED;
        }
      }
    }
  }

  private Outcome tryTo(Order order, Seen seen, boolean isFirst) {
    try {
      moderation.carryOut(order, seen);
      return Outcome.DONE;
    } catch (Outdated e) {
      if (!isFirst && moderation.isDone(order, seen)) {
        // What failed was only the news of it.
        return Outcome.DONE;
      }
      return moderation.isSo(order, seen) ? Outcome.ALREADY : Outcome.OUTDATED;
    } catch (Unconfirmed e) {
      return Outcome.UNCONFIRMED;
    } catch (NotApplicable e) {
      return Outcome.IMPOSSIBLE;
    }
  }
}
