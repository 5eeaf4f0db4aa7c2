package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps the one {@link StoredSecret} of a database. */
@ApplicationScoped
class Secrets {
  @PersistenceContext EntityManager entityManager;

  /**
   * Nodes that start together all try; the first one's row stays.
   *
   * @param secret the secret, or null where the operator gave it
   */
  @Transactional
  StoredSecret insertIfAbsent(byte[] fingerprint, byte[] secret) {
    entityManager
        .createNativeQuery(
            """
            insert into receipt_secret (id, fingerprint, secret) values (?, ?, ?)
            on duplicate key update id = id
            """)
        .setParameter(1, StoredSecret.ONLY_ID)
        .setParameter(2, fingerprint)
        .setParameter(3, secret)
        .executeUpdate();
    return entityManager.find(StoredSecret.class, StoredSecret.ONLY_ID);
  }
}
