package survey.response.recount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

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
    if (cell.isMissing()) {
      // What is checked first is the row to insert: it must not be less than nothing.
      cell.table().addOrMake(entityManager, cell.key(), cell.lacking());
    } else if (!cell.table().add(entityManager, cell.key(), cell.lacking())) {
      throw new IllegalStateException("a cell is gone");
    }
  }
}
