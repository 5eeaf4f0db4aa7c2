package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The database's clock. What cannot be taken back is done when both it and the node's show that the
 * time has come: one of them may be far ahead.
 */
@ApplicationScoped
public class DatabaseClock {
  @PersistenceContext EntityManager entityManager;

  /**
   * A node's time, or the database's where that is earlier.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public Instant confirmed(Instant nodes) {
    LocalDateTime time =
        (LocalDateTime)
            entityManager.createNativeQuery("select utc_timestamp(6)").getSingleResult();
    Instant databases = time.toInstant(ZoneOffset.UTC);
    return databases.isBefore(nodes) ? databases : nodes;
  }
}
