package survey.results.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    // Both ends of the index (wave, submitted_at, id): no row is read.
    Object[] ends =
        (Object[])
            entityManager
                .createQuery(
                    "select min(r.submittedAt), max(r.submittedAt) from Response r where r.wave = :wave")
                .setParameter("wave", Wave.LIVE)
                .getSingleResult();
    return new Facts(
        results.summary(),
        Optional.ofNullable((Instant) ends[0]),
        Optional.ofNullable((Instant) ends[1]));
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
