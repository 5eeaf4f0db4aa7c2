package survey.results.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import survey.questionnaire.Japan;

/** Rolls days of the LIVE wave up when they are over. */
@ApplicationScoped
class DailyTallies {
  /** A day of millions is read for longer than any page's statement may take. */
  private static final Duration LONGEST_CLOSING = Duration.ofMinutes(10);

  /** What the servers have by default; a node that was cut off is given up before. */
  private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(50);

  /**
   * The first day that is not closed, as a text: a date would pass through the server's time zone.
   * Japan has no summer time.
   */
  static final String FIRST_OPEN_DAY =
      """
      cast(coalesce(
        (select date_add(max(day), interval 1 day) from closed_day),
        (select date(date_add(min(submitted_at), interval 9 hour)) from response where wave = 'LIVE')) as char)
      """;

  @PersistenceContext EntityManager entityManager;

  /**
   * The first day that is not closed: the one after the last closed day, or that of the first
   * response; none before anybody has answered. In a transaction, since an entity manager without
   * one belongs to a request.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  @Transactional
  public Optional<LocalDate> firstOpenDay() {
    Object day = entityManager.createNativeQuery("select " + FIRST_OPEN_DAY).getSingleResult();
    return Optional.ofNullable((String) day).map(LocalDate::parse);
  }

  /**
   * Rolls a day up and closes it. On several nodes at once, one does and the others wait for it. A
   * response whose transaction is still under way is waited for.
   *
   * @return whether it was this call that closed it
   * @throws jakarta.persistence.PersistenceException if the database does not do it; the day is
   *     open then
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean close(LocalDate day) {
    Connection connection = entityManager.unwrap(Connection.class);
    Object usualLockWait =
        entityManager
            .createNativeQuery("select @@session.innodb_lock_wait_timeout")
            .getSingleResult();
    try {
      int usual = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, (int) LONGEST_CLOSING.toMillis());
      waitForLocks(LONGEST_LOCK_WAIT.toSeconds());
      try {
        boolean isOurs = mark(day);
        if (isOurs) {
          rollUp(day);
        }
        return isOurs;
      } finally {
        waitForLocks(usualLockWait);
        connection.setNetworkTimeout(Runnable::run, usual);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the connection's time limit cannot be set", e);
    }
  }

  private void waitForLocks(Object seconds) {
    entityManager
        .createNativeQuery("set session innodb_lock_wait_timeout = " + seconds)
        .executeUpdate();
  }

  private boolean mark(LocalDate day) {
    return entityManager
            .createNativeQuery("insert ignore into closed_day (day) values (?)")
            .setParameter(1, day.toString())
            .executeUpdate()
        > 0;
  }

  private void rollUp(LocalDate day) {
    // What is read is locked: reading the whole table, where most of it is this day, would stop
    // those who answer today.
    entityManager
        .createNativeQuery(
            """
            insert into daily_tally (wave, day, status, primary_choice, n,
                                     stop_business, complain, forgive_if_apologised, not_bothered)
            select wave, ?, status, primary_choice, count(*),
                   sum(stop_business), sum(complain), sum(forgive_if_apologised), sum(not_bothered)
            from response force index (response_submitted_at)
            where wave = 'LIVE' and submitted_at >= ? and submitted_at < ? and status <> 'WITHDRAWN'
            group by wave, status, primary_choice
            """)
        .setParameter(1, day.toString())
        .setParameter(2, startOf(day))
        .setParameter(3, startOf(day.plusDays(1)))
        .executeUpdate();
  }

  private static Timestamp startOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(Japan.ZONE).toInstant());
  }
}
