package survey.results.crosstab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The published snapshots; a new one is taken when somebody reads and it is time. */
@ApplicationScoped
class Snapshots {
  @Inject Trials trials;
  @Inject Disclosure disclosure;

  /** The last one of each that this node has seen: they never change. */
  private final Map<Demographic, Snapshot> seen = new ConcurrentHashMap<>();

  /**
   * The last snapshot, after a trial if one is due.
   *
   * @param live what the cube says
   * @param now when it said so, to the second
   */
  Optional<Snapshot> current(Demographic by, Rows live, Instant now) {
    Trials.Last last = trials.last(by);
    if (disclosure.isDue(last.triedAt(), live.whole())) {
      try {
        trials.make(by, last, live, now);
      } catch (TransactionalException e) {
        throw new PersistenceException(e);
      }
      last = trials.last(by);
    }
    return snapshot(by, last.snapshot());
  }

  /** The last snapshot, if there is one. */
  Optional<Snapshot> last(Demographic by) {
    return snapshot(by, trials.last(by).snapshot());
  }

  private Optional<Snapshot> snapshot(Demographic by, int number) {
    if (number == 0) {
      return Optional.empty();
    }
    Snapshot known = seen.get(by);
    if (known == null || known.number() != number) {
      known = trials.snapshot(by, number);
      seen.put(by, known);
    }
    return Optional.of(known);
  }
}
