package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import survey.questionnaire.Japan;

/**
 * Keeps the days that were rolled up right when one of their responses changes, or arrives late.
 * Whether its day is closed is asked after the response's row was stored or changed: who rolls a
 * day up reads its rows after having marked it, so one of the two sees the other.
 */
@ApplicationScoped
class ClosedDays {
  @PersistenceContext EntityManager entityManager;

  /**
   * Counts a response of a day that is closed already, as one from a node with a slow clock is.
   * Called when its row has been stored: closing a day reads the rows and locks their range, so
   * either it counts this one, or this one's row came after it and sees that the day is closed.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(Instant submittedAt, Cell cell) {
    String day = day(submittedAt);
    if (isThere("select 1 from closed_day where day = ?", day)) {
      add(day, cell);
    }
  }

  /** Counts a response of a day that is closed in another cell, or no longer at all. */
  @Transactional(Transactional.TxType.MANDATORY)
  void move(Instant submittedAt, Optional<Cell> from, Optional<Cell> to) {
    String day = day(submittedAt);
    if (isThere("select 1 from closed_day where day = ? lock in share mode", day)) {
      from.ifPresent(cell -> remove(day, cell));
      to.ifPresent(cell -> add(day, cell));
    }
  }

  private static String day(Instant submittedAt) {
    return LocalDate.ofInstant(submittedAt, Japan.ZONE).toString();
  }

  private boolean isThere(String query, String day) {
    return !entityManager.createNativeQuery(query).setParameter(1, day).getResultList().isEmpty();
  }

  private void remove(String day, Cell cell) {
    if (!CountedTable.CLOSED_DAYS.add(entityManager, key(day, cell), numbers(cell, -1))) {
      throw new IllegalStateException("a response that is stored is not in its day");
    }
  }

  private void add(String day, Cell cell) {
    CountedTable.CLOSED_DAYS.addOrMake(entityManager, key(day, cell), numbers(cell, 1));
  }

  private static List<String> key(String day, Cell cell) {
    return List.of(cell.wave().name(), cell.status().name(), day, cell.primary().name());
  }

  /** What so many responses add: themselves, and the choices that each has made. */
  private static List<Integer> numbers(Cell cell, int responses) {
    return Stream.concat(Stream.of(1), cell.chosen().values().stream())
        .map(each -> each * responses)
        .toList();
  }
}
