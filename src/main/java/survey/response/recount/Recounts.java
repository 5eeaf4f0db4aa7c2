package survey.response.recount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Which recounts are due, under way and done, on whatever node: the row of {@code recount}. */
@ApplicationScoped
public class Recounts {
  /** What lies in the future was written by a clock that has been put back since. */
  private static final String IS_DUE =
      """
      (as_of is null or asked > answered
       or as_of not between utc_timestamp(6) - interval if(cells > 0, 1, 60) minute and utc_timestamp(6))
      """;

  private static final String IS_COUNTED =
      "(coalesce(counting_until between utc_timestamp(6) and utc_timestamp(6) + interval 2 minute, 0))";

  /** A step takes a minute at most, as its statement does. */
  private static final String KEEP = "counting_until = utc_timestamp(6) + interval 2 minute";

  @PersistenceContext EntityManager entityManager;
  @Inject Event<Recounted> recounts;

  /**
   * Asks for a recount; one that has begun already is not enough.
   *
   * @param isRebuild whether what differs is to be put right
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  @Transactional
  public void ask(String account, boolean isRebuild) {
    query(
            """
            update recount set asked = asked + 1, asked_by = ?, asked_rebuild = if(?, asked, asked_rebuild)
            where id = 1
            """,
            account,
            isRebuild)
        .executeUpdate();
  }

  /**
   * How it stands.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public LastRecount last() {
    Object[] row =
        one(
            """
            select as_of, responses, cells, difference, rebuilt,
                   coalesce(coalesce(as_of, since) not between utc_timestamp(6) - interval 3 hour and utc_timestamp(6), 0),
                   asked, answered
            from recount where id = 1
            """);
    return new LastRecount(
        row[0] == null ? null : ((LocalDateTime) row[0]).toInstant(ZoneOffset.UTC),
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]) != 0,
        number(row[6]),
        number(row[7]));
  }

  /** Takes a recount upon this node, if one is due and nobody is at it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<Task> begin() {
    String counter = UUID.randomUUID().toString();
    int taken =
        query(
                "update recount set counter = ?, %s where id = 1 and not %s and %s"
                    .formatted(KEEP, IS_COUNTED, IS_DUE),
                counter)
            .executeUpdate();
    if (taken == 0) {
      return Optional.empty();
    }
    Object[] row =
        one("select asked, asked_rebuild > answered, asked_by, answered from recount where id = 1");
    boolean isAskedFor = number(row[0]) > number(row[3]);
    return Optional.of(
        new Task(
            counter, number(row[0]), number(row[1]) != 0, isAskedFor ? (String) row[2] : null));
  }

  /**
   * Says that a recount goes on.
   *
   * @throws IllegalStateException if it was given up
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void goOn(Task task) {
    require(query("update recount set " + KEEP + " where id = 1 and counter = ?", task.counter()));
  }

  /**
   * Has the rest of this transaction done once, of all that found the same difference.
   *
   * @param rebuilds how many rebuilds there are to have been
   * @throws IllegalStateException if there was another, or the recount was given up
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void beginRebuild(Task task, long rebuilds) {
    require(
        query(
            """
            update recount set rebuilds = rebuilds + 1, %s
            where id = 1 and counter = ? and rebuilds = ?
            """
                .formatted(KEEP),
            task.counter(),
            rebuilds));
  }

  /**
   * Notes what was found.
   *
   * @param rebuilt how many cells had been put right right before
   * @throws IllegalStateException if it was given up
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void end(Task task, Finding found, int rebuilt) {
    require(
        query(
            """
            update recount
            set as_of = ?, responses = ?, cells = ?, difference = ?, rebuilt = ?, answered = ?,
                counter = null, counting_until = null
            where id = 1 and counter = ?
            """,
            Timestamp.from(found.asOf()),
            found.responses(),
            found.differences().size(),
            found.difference(),
            rebuilt,
            task.upTo(),
            task.counter()));
    if (task.askedBy() != null) {
      recounts.fire(new Recounted(task.askedBy(), found.differences().size()));
    }
  }

  private static void require(Query change) {
    if (change.executeUpdate() != 1) {
      throw new IllegalStateException("another recount has taken the place of this one");
    }
  }

  private Query query(String text, Object... values) {
    Query query = entityManager.createNativeQuery(text);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }

  private Object[] one(String query) {
    return (Object[]) entityManager.createNativeQuery(query).getSingleResult();
  }

  private static Long number(Object value) {
    return value == null ? null : ((Number) value).longValue();
  }
}
