package survey.admin.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.NotApplicable;
import survey.response.Outdated;
import survey.response.Retries;

/** Has decisions carried out, again where another transaction was in the way. */
@ApplicationScoped
class Decisions {
  private static final Logger LOG = Logger.getLogger(Decisions.class.getName());

  @Inject Moderation moderation;
  @Inject Retries retries;

  /** Never throws: what became of it is told. */
  Outcome decide(Order order, Seen seen) {
    try {
      return retries.run(isFirst -> tryTo(order, seen, isFirst));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a decision could not be stored: {0}", Causes.describe(e));
      return Outcome.FAILED;
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
