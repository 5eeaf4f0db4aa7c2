package survey.results.comments;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Response;

/** The 100 comments of the original wave. They never change, so they are read once. */
@ApplicationScoped
public class OriginalComments {
  @PersistenceContext EntityManager entityManager;

  private volatile Map<Choice, List<OriginalComment>> comments;

  /**
   * Those listed under a choice, in the source's order.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public List<OriginalComment> of(Choice choice) {
    if (comments == null) {
      comments = read();
    }
    return comments.getOrDefault(choice, List.of());
  }

  private Map<Choice, List<OriginalComment>> read() {
    return entityManager
        .createQuery(
            "select r from Response r where r.wave = :wave order by r.originalNo", Response.class)
        .setParameter("wave", Wave.ORIGINAL)
        .getResultStream()
        .map(OriginalComments::comment)
        .collect(groupingBy(OriginalComment::choice));
  }

  private static OriginalComment comment(Response response) {
    return new OriginalComment(
        response.getOriginalNo(),
        response.getPrimaryChoice(),
        response.getAgeGroup(),
        response.getGender(),
        response.getOccupation(),
        response.getComment());
  }
}
