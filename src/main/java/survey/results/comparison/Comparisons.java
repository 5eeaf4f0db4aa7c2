package survey.results.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.results.Summary;

/** Publishes the comparison of the waves, taking a look when a summary has reached one. */
@ApplicationScoped
class Comparisons {
  private static final Logger LOG = Logger.getLogger(Comparisons.class.getName());

  @Inject TakenLooks looks;
  @Inject Clock clock;

  private volatile Published published = Published.unknown();

  /** A look is taken as soon as anybody, respondent or viewer, is shown that it is due. */
  void look(@Observes Summary summary) {
    beside(summary);
  }

  /** What is published beside this summary. Never fails: in trouble, what was known stays. */
  Published beside(Summary summary) {
    Published known = published;
    return known.suffices(summary.live().n(), clock.instant()) ? known : ask(summary);
  }

  /** One at a time; whoever waited finds it done. */
  private synchronized Published ask(Summary summary) {
    if (!published.suffices(summary.live().n(), clock.instant())) {
      try {
        published = published.answered(last(summary), clock.instant());
      } catch (RuntimeException e) {
        // A database in trouble, or a tampered tally whose counts cannot be compared: readiness
        // reports either, and the rest of the page can do without.
        LOG.log(Level.SEVERE, "the waves cannot be compared: {0}", Causes.describe(e));
        published = published.failed(clock.instant());
      }
    }
    return published;
  }

  private Optional<Comparison> last(Summary summary) {
    Optional<Comparison> stored = stored(summary);
    Optional<TakenLook> reached = TakenLook.at(summary);
    int last = stored.map(comparison -> comparison.taken().number()).orElse(0);
    if (reached.isEmpty() || reached.get().number() <= last) {
      return stored;
    }
    // First compared, then stored: what cannot be compared is no look.
    Comparison.of(summary.original(), reached.get());
    looks.insertIfAbsent(reached.get());
    return stored(summary);
  }

  /** Compared once per look: the same look is the same comparison. */
  private Optional<Comparison> stored(Summary summary) {
    return looks
        .last()
        .map(
            taken ->
                published
                    .last()
                    .filter(comparison -> comparison.taken().number() == taken.number())
                    .orElseGet(() -> Comparison.of(summary.original(), taken)));
  }
}
