package survey.admin.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far downloads are, for the page that started them, on whatever node it asks. */
@ApplicationScoped
public class Downloads {
  /** Rows of a download so far, and whether it goes on. */
  record Progress(long rows, State state) {}

  enum State {
    RUNNING,
    COMPLETE,
    BROKEN
  }

  /** Nobody asks after a download of yesterday. */
  private static final Duration KEPT = Duration.ofDays(1);

  /**
   * A node that has not told of a download for so long has lost it: the database may take a minute
   * to find the next page's responses among millions.
   */
  private static final Duration LOST = Duration.ofSeconds(90);

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  /** Notes that a download begins; again, where a browser tries the same once more. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void begin(UUID id, String account) {
    Instant now = clock.instant();
    tell("delete from download where started_at < ?", Timestamp.from(now.minus(KEPT)));
    tell("delete from download where id = ? and account = ?", id.toString(), account);
    tell(
        """
        insert into download (id, account, started_at, updated_at, row_count, state)
        values (?, ?, ?, ?, 0, 'RUNNING')
        on duplicate key update id = id
        """,
        id.toString(),
        account,
        Timestamp.from(now),
        Timestamp.from(now));
  }

  /** Notes how far a download is. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void update(UUID id, String account, Progress progress) {
    tell(
        "update download set updated_at = ?, row_count = ?, state = ? where id = ? and account = ?",
        Timestamp.from(clock.instant()),
        progress.rows(),
        progress.state().name(),
        id.toString(),
        account);
  }

  private void tell(String change, Object... values) {
    var query = entityManager.createNativeQuery(change);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }

  /**
   * How far an account's download is; none if there is no such download of its.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Optional<Progress> find(UUID id, String account) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select row_count, if(state = 'RUNNING' and updated_at < ?, 'BROKEN', state)
                from download where id = ? and account = ?
                """)
            .setParameter(1, Timestamp.from(clock.instant().minus(LOST)))
            .setParameter(2, id.toString())
            .setParameter(3, account)
            .getResultList();
    return rows.stream().findFirst().map(row -> progress((Object[]) row));
  }

  private static Progress progress(Object[] columns) {
    return new Progress(((Number) columns[0]).longValue(), State.valueOf((String) columns[1]));
  }
}
