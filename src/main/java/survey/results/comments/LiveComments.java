package survey.results.comments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import survey.questionnaire.AgeBand;
import survey.questionnaire.Choice;

/** The published comments of the LIVE wave. */
@ApplicationScoped
public class LiveComments {
  private static final int PAGE_SIZE = 20;

  /**
   * Some of them.
   *
   * @param next where the page after this one begins; none after the last
   */
  record Page(List<LiveComment> comments, Optional<CommentPlace> next) {}

  @PersistenceContext EntityManager entityManager;

  /**
   * A page of the approved comments of those to whom a choice is nearest.
   *
   * @param after the place that the page before ended at; none for the first page
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Page page(Choice choice, Optional<CommentPlace> after) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select comment, comment_band, receipt_hash
                from response
                where wave = 'LIVE' and comment_public = 'APPROVED' and primary_choice = ? and receipt_hash > ?
                  and status in ('COUNTED', 'FLAGGED') and comment is not null
                order by receipt_hash
                limit ?
                """)
            .setParameter(1, choice.name())
            .setParameter(2, after.map(CommentPlace::last).orElse(new byte[0]))
            .setParameter(3, PAGE_SIZE + 1)
            .getResultList();
    List<?> shown = rows.subList(0, Math.min(PAGE_SIZE, rows.size()));
    Optional<CommentPlace> next =
        rows.size() == shown.size()
            ? Optional.empty()
            : Optional.of(place(shown.get(PAGE_SIZE - 1)));
    return new Page(shown.stream().map(LiveComments::comment).toList(), next);
  }

  private static CommentPlace place(Object row) {
    return CommentPlace.of((byte[]) ((Object[]) row)[2]);
  }

  private static LiveComment comment(Object row) {
    Object[] columns = (Object[]) row;
    String band = (String) columns[1];
    return new LiveComment((String) columns[0], band == null ? null : AgeBand.valueOf(band));
  }
}
