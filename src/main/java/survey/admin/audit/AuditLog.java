package survey.admin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * All that was done. An entry is part of the transaction of what it tells of, where there is one.
 */
@ApplicationScoped
public class AuditLog {
  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  /**
   * Notes that an account did something.
   *
   * @param account the account's name; null where somebody claimed a name that no account has
   */
  @Transactional
  public void add(Action action, String account) {
    entityManager.persist(new AuditEntry(clock.instant(), account, action));
  }

  /**
   * Notes a download, or its end.
   *
   * @param selection its filters as in its address
   * @param rowCount how many responses were sent; null at the start
   */
  @Transactional
  public void addDownload(Action action, String account, String selection, Long rowCount) {
    entityManager.persist(
        new AuditEntry(clock.instant(), account, action).ofDownload(selection, rowCount));
  }
}
