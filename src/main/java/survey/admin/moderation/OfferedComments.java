package survey.admin.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.List;
import survey.response.CommentPublication;
import survey.response.Response;

/**
 * The comments of responses that count, where the respondent agreed to publication. They are found
 * by the index {@code response_publication}, however many there are.
 */
@ApplicationScoped
class OfferedComments {
  /** From so many on, how many wait is not counted exactly. */
  static final int MANY = 1_000;

  private static final String OFFERED =
      """
      from response force index (response_publication)
      where wave = 'LIVE' and comment_public = ? and status in ('COUNTED', 'FLAGGED') and comment is not null
      """;

  @PersistenceContext EntityManager entityManager;

  /**
   * Some of those in a state of publication: those that wait oldest first, those that are decided
   * newest first.
   *
   * @param after the one that they all come after, whatever state it is in by now; null for the
   *     first
   * @param most how many at most
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  List<Response> some(CommentPublication publication, Response after, int most) {
    boolean isOldestFirst = publication == CommentPublication.REQUESTED;
    String later = isOldestFirst ? ">" : "<";
    String place = "and submitted_at %1$s= ? and (submitted_at %1$s ? or id %1$s ?)";
    String order = isOldestFirst ? "asc" : "desc";
    Query query =
        entityManager.createNativeQuery(
            "select * %s %s order by submitted_at %s, id %3$s limit ?"
                .formatted(OFFERED, after == null ? "" : place.formatted(later), order),
            Response.class);
    int parameter = 1;
    query.setParameter(parameter++, publication.name());
    if (after != null) {
      Timestamp at = Timestamp.from(after.getSubmittedAt());
      query.setParameter(parameter++, at);
      query.setParameter(parameter++, at);
      query.setParameter(parameter++, after.getId());
    }
    query.setParameter(parameter, most);
    return ((List<?>) query.getResultList()).stream().map(Response.class::cast).toList();
  }

  /**
   * How many wait for a decision; counted up to {@link #MANY}.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  int countWaiting() {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "select count(*) from (select 1 %s limit ?) waiting".formatted(OFFERED))
                .setParameter(1, CommentPublication.REQUESTED.name())
                .setParameter(2, MANY)
                .getSingleResult())
        .intValue();
  }
}
