package survey.response.retention;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import survey.questionnaire.Japan;

/** The comments of the LIVE wave that are to be erased. The cube has none and stays as it is. */
@ApplicationScoped
public class ExpiredComments {
  @PersistenceContext EntityManager entityManager;
  @Inject Event<CommentsErased> erasures;

  /**
   * Erases some of them, the oldest first, and tells who observes {@link CommentsErased}.
   *
   * @param lastDay the last day of sending, in Japan, whose comments are erased
   * @param most how many at most
   * @return whether there may be more
   * @throws RuntimeException if the database does not do it; nothing is erased then
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean eraseSome(LocalDate lastDay, int most) {
    List<?> found = find(lastDay, most);
    int count = found.isEmpty() ? 0 : erase(found);
    if (count > 0) {
      erasures.fire(new CommentsErased(count, lastDay));
    }
    return found.size() == most;
  }

  /** Without a lock: one on a part of the index would stop those who answer now. */
  List<?> find(LocalDate lastDay, int most) {
    return entityManager
        .createNativeQuery(
            """
            select id from response force index (response_has_comment)
            where wave = 'LIVE' and has_comment = 1 and submitted_at < ?
            order by submitted_at, id
            limit ?
            """)
        .setParameter(1, Timestamp.from(lastDay.plusDays(1).atStartOfDay(Japan.ZONE).toInstant()))
        .setParameter(2, most)
        .getResultList();
  }

  /** Those alone that nobody has erased meanwhile: another node, or a respondent. */
  private int erase(List<?> ids) {
    String keys = ids.stream().sorted().map(String::valueOf).collect(joining(", "));
    return entityManager
        .createNativeQuery(
            """
            update response
            set comment = null, comment_public = 'NO', comment_band = null, version = version + 1
            where id in (%s) and wave = 'LIVE' and comment is not null
            """
                .formatted(keys))
        .executeUpdate();
  }
}
