package survey.response.recount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Puts cells right while responses arrive: each gets what it lacked, whatever else it has got. */
@ApplicationScoped
class Rebuild {
  @PersistenceContext EntityManager entityManager;
  @Inject Recounts recounts;
  @Inject Event<CubeRebuilt> rebuilds;

  /**
   * Puts some cells right, all or none, unless somebody else has begun to since they were found to
   * differ.
   *
   * @param done how many rebuilds there are to have been
   * @throws RuntimeException if nothing was done
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void carryOut(Task task, long done, List<Difference> some) {
    recounts.beginRebuild(task, done);
    some.forEach(this::correct);
    rebuilds.fire(new CubeRebuilt(task.askedBy(), some.size()));
  }

  private void correct(Difference cell) {
    // What is checked first is the row to insert: it must not be less than nothing.
    Query query =
        cell.isMissing()
            ? filled(cell.table().insert(), cell.key(), cell.lacking(), cell.lacking())
            : filled(cell.table().update(), cell.lacking(), cell.key());
    if (query.executeUpdate() == 0) {
      throw new IllegalStateException("a cell is gone");
    }
  }

  private Query filled(String statement, List<?>... values) {
    Query query = entityManager.createNativeQuery(statement);
    int place = 1;
    for (Object value : Stream.of(values).flatMap(List::stream).toList()) {
      query.setParameter(place++, value);
    }
    return query;
  }
}
