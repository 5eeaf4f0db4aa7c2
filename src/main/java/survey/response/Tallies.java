package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes the cube of counts. A response's cell changes in the response's own transaction, as its
 * last statement: so the counts are never late, and a cell that many wait for is held only for a
 * moment.
 */
@ApplicationScoped
class Tallies {
  @PersistenceContext EntityManager entityManager;
  @Inject ClosedDays closedDays;

  /** Counts one more response in a cell. Called when its row has been stored. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(Instant submittedAt, Cell cell) {
    add(cell);
    // Last: it reads without a lock, and some servers then refuse to lock what others have changed
    // since.
    closedDays.add(submittedAt, cell);
  }

  private void add(Cell cell) {
    CountedTable.CUBE.addOrMake(entityManager, cell.key(), List.of(1));
  }

  /**
   * Counts a response in another cell, or no longer at all. Called when its row has been changed,
   * which is what keeps two changes of it, and one and the closing of its day, apart.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void move(Instant submittedAt, Optional<Cell> from, Optional<Cell> to) {
    closedDays.move(submittedAt, from, to);
    // Always in the same order, so that two moves between the same cells do not wait for each
    // other.
    if (order(from) <= order(to)) {
      from.ifPresent(this::remove);
      to.ifPresent(this::add);
    } else {
      to.ifPresent(this::add);
      from.ifPresent(this::remove);
    }
  }

  private static int order(Optional<Cell> cell) {
    return cell.map(Cell::key).map(List::hashCode).orElse(0);
  }

  private void remove(Cell cell) {
    if (!CountedTable.CUBE.add(entityManager, cell.key(), List.of(-1))) {
      throw new IllegalStateException("a response that is stored is not in the cube");
    }
  }
}
