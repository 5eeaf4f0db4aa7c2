package survey.results.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import survey.questionnaire.Japan;
import survey.questionnaire.Wave;
import survey.results.Results;

/** How the survey is done, from the data and the configuration. */
@ApplicationScoped
public class Method {
  @PersistenceContext EntityManager entityManager;
  @Inject Results results;

  @Inject
  @ConfigProperty(name = "survey.operator")
  Optional<String> operator;

  /**
   * The data's part of it.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public Facts facts() {
    return new Facts(results.summary(), end("asc"), end("desc"));
  }

  /** The day of the first or the last response: an end of an index, no row is read. */
  private Optional<LocalDate> end(String order) {
    return entityManager
        .createQuery(
            "select r.submittedAt from Response r where r.wave = :wave order by r.submittedAt "
                + order,
            Instant.class)
        .setParameter("wave", Wave.LIVE)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(moment -> LocalDate.ofInstant(moment, Japan.ZONE));
  }

  /**
   * The card in the language of these messages.
   *
   * @param facts none while the database does not answer: the card says so where they belong
   */
  public Card card(ResourceBundle messages, Optional<Facts> facts) {
    return new Card(messages, facts, operator);
  }
}
