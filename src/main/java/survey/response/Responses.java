package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** All responses. */
@ApplicationScoped
public class Responses {
  @PersistenceContext EntityManager entityManager;
  @Inject Tallies tallies;

  /** Stores a response and counts it, both or neither. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void add(Response response) {
    entityManager.persist(response);
    entityManager.flush();
    tallies.add(response);
  }

  /**
   * Notes that a form was sent again.
   *
   * @return whether a response with this key is stored at all
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean markRepeated(Key key) {
    return entityManager
            .createNativeQuery("update response set repeated = 1 where key_hash = ?")
            .setParameter(1, key.hash())
            .executeUpdate()
        > 0;
  }

  /** Whether a response with this key is stored. */
  boolean contains(Key key) {
    return !entityManager
        .createNativeQuery("select 1 from response where key_hash = ?")
        .setParameter(1, key.hash())
        .getResultList()
        .isEmpty();
  }

  /** The response that this receipt was given for. */
  public Optional<Response> find(Receipt receipt) {
    return entityManager
        .createQuery("select r from Response r where r.receiptHash = :hash", Response.class)
        .setParameter("hash", receipt.hash())
        .getResultStream()
        .findFirst();
  }
}
