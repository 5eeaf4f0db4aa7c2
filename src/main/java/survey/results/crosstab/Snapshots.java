package survey.results.crosstab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import survey.questionnaire.Wave;

/** The published snapshots; a new one is taken when somebody reads and it is time. */
@ApplicationScoped
class Snapshots {
  @Inject Cube cube;
  @Inject Trials trials;
  @Inject Disclosure disclosure;

  /** The last one of each that this node has seen: they never change. */
  private final Map<Demographic, Snapshot> seen = new ConcurrentHashMap<>();

  /**
   * The last snapshot, after a trial if one is due.
   *
   * @param now this moment, to the second
   */
  Optional<Snapshot> current(Demographic by, Instant now) {
    Trials.Last last = trials.last(by);
    // Read in this order: so counts that are older than another node's trial lose against it.
    Rows live = cube.rows(by, Wave.LIVE);
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
