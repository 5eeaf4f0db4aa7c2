package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    Query query =
        entityManager.createNativeQuery(
            """
            update daily_tally
            set n = n - 1, stop_business = stop_business - ?, complain = complain - ?,
                forgive_if_apologised = forgive_if_apologised - ?, not_bothered = not_bothered - ?
            where wave = ? and day = ? and status = ? and primary_choice = ?
            """);
    int place = fill(query, 1, cell.chosen().values());
    fill(query, place, key(day, cell));
    if (query.executeUpdate() != 1) {
      throw new IllegalStateException("a response that is stored is not in its day");
    }
  }

  private void add(String day, Cell cell) {
    Query query =
        entityManager.createNativeQuery(
            """
            insert into daily_tally (wave, day, status, primary_choice, n,
                                     stop_business, complain, forgive_if_apologised, not_bothered)
            values (?, ?, ?, ?, 1, ?, ?, ?, ?)
            on duplicate key update
              n = n + 1, stop_business = stop_business + ?, complain = complain + ?,
              forgive_if_apologised = forgive_if_apologised + ?, not_bothered = not_bothered + ?
            """);
    int place = fill(query, 1, key(day, cell));
    place = fill(query, place, cell.chosen().values());
    fill(query, place, cell.chosen().values());
    query.executeUpdate();
  }

  private static List<Object> key(String day, Cell cell) {
    return List.of(cell.wave().name(), day, cell.status().name(), cell.primary().name());
  }

  /** Sets places from one on; returns the next. */
  private static int fill(Query query, int first, Collection<?> values) {
    int place = first;
    for (Object value : values) {
      query.setParameter(place++, value);
    }
    return place;
  }
}
