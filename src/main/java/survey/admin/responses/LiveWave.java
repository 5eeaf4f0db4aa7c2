package survey.admin.responses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.selection.Selection;
import survey.response.Causes;

/**
 * Finds responses of the LIVE wave, some thousands looked at in one statement, until enough are
 * found or the time is up.
 */
@ApplicationScoped
class LiveWave {
  private static final Logger LOG = Logger.getLogger(LiveWave.class.getName());

  /** Most pages are full after so few. */
  private static final int FIRST_STEP = 1_000;

  private static final int STEP = 20_000;
  private static final long PATIENCE = 2_000_000_000;

  @PersistenceContext EntityManager entityManager;
  @Inject FullText fullText;
  @Inject LongLooks longLooks;

  /**
   * Looks through the responses beyond a place.
   *
   * @param place null for the very first
   * @param most how many are enough
   * @throws PersistenceException if the database does not answer
   */
  Found find(Selection selection, Direction direction, Key place, int most) {
    return find(selection, direction, place, most, PATIENCE);
  }

  /**
   * The same with this much patience, in nanoseconds: one step is taken whatever it is, and no more
   * than one while others are looking for long.
   */
  Found find(Selection selection, Direction direction, Key place, int most, long patience) {
    Key end = end(selection, direction, place, FIRST_STEP);
    List<Key> found = new ArrayList<>(read(selection, direction, place, end, most));
    if (end == null || found.size() == most) {
      return new Found(found, null);
    }
    if (!longLooks.begin()) {
      return new Found(found, end);
    }
    try {
      return lookOn(selection, direction, end, found, most, patience);
    } finally {
      longLooks.end();
    }
  }

  private Found lookOn(
      Selection selection,
      Direction direction,
      Key place,
      List<Key> found,
      int most,
      long patience) {
    long begin = System.nanoTime();
    Key from = place;
    Optional<Clause> candidates = fullText.candidates(selection.text());
    while (System.nanoTime() - begin < patience) {
      Key end = end(selection, direction, from, STEP);
      found.addAll(read(selection, direction, from, end, most - found.size()));
      if (end == null || found.size() == most) {
        return new Found(found, null);
      }
      from = end;
      // What is common is found by now; of what is rare, the index gives all at once.
      if (candidates.isPresent()) {
        Optional<List<Key>> rest =
            look(selection, direction, from, candidates.get(), most - found.size());
        if (rest.isPresent()) {
          found.addAll(rest.get());
          return new Found(found, null);
        }
        candidates = Optional.empty();
      }
    }
    return new Found(found, from);
  }

  /** The last response of a step; null if the step leads beyond all. */
  private Key end(Selection selection, Direction direction, Key from, int step) {
    List<Key> last =
        keys(
            "select %s from response force index (%s) where %s order by %s limit 1 offset ?",
            Filter.index(selection),
            Clause.all(Filter.ofIndex(selection), direction.beyond(from)),
            direction,
            step - 1);
    return last.isEmpty() ? null : last.get(0);
  }

  private List<Key> read(Selection selection, Direction direction, Key from, Key end, int most) {
    return keys(
        "select %s from response force index (%s) where %s order by %s limit ?",
        Filter.index(selection),
        Clause.all(
            Filter.ofIndex(selection),
            direction.beyond(from),
            direction.upTo(end),
            Filter.of(selection)),
        direction,
        most);
  }

  /** All candidates at once; none if that takes the database too long. */
  private Optional<List<Key>> look(
      Selection selection, Direction direction, Key from, Clause candidates, int most) {
    try {
      return Optional.of(
          keys(
              """
              select /*+ max_execution_time(1500) */ %s from response force index (%s)
              where %s order by %s limit ?
              """,
              "response_comment",
              Clause.all(
                  candidates,
                  Clause.of("wave = 'LIVE'"),
                  direction.beyond(from),
                  Filter.of(selection)),
              direction,
              most));
    } catch (PersistenceException e) {
      LOG.log(Level.WARNING, "the full-text index does not answer: {0}", Causes.describe(e));
      return Optional.empty();
    }
  }

  private List<Key> keys(
      String query, String index, Clause where, Direction direction, int number) {
    Query prepared =
        entityManager.createNativeQuery(
            query.formatted(Key.LIVE_COLUMNS, index, where.sql(), direction.order()));
    int place = 1;
    for (Object value : where.values()) {
      prepared.setParameter(place++, value);
    }
    prepared.setParameter(place, number);
    return ((List<?>) prepared.getResultList())
        .stream().map(row -> Key.of((Object[]) row)).toList();
  }
}
