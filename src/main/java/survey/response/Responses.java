package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    Cell.of(response).ifPresent(cell -> tallies.add(response.getSubmittedAt(), cell));
  }

  /**
   * Changes a response that is stored, and the counts with it, as part of the caller's transaction.
   *
   * @param version the version that the change was decided upon
   * @return the response as it is then
   * @throws Outdated if there is no such response, or somebody else has changed it since
   * @throws NotApplicable if the change is none for what the response is
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Response change(long id, int version, Consumer<Response> change) throws Outdated {
    Response response = entityManager.find(Response.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (response == null || response.getVersion() != version) {
      throw new Outdated();
    }
    Optional<Cell> before = Cell.of(response);
    change.accept(response);
    entityManager.flush();
    Optional<Cell> after = Cell.of(response);
    if (!before.equals(after)) {
      tallies.move(response.getSubmittedAt(), before, after);
    }
    return response;
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

  /**
   * The response that this receipt was given for, for no other transaction to change it meanwhile.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Response> lock(Receipt receipt) {
    return entityManager
        .createQuery("select r from Response r where r.receiptHash = :hash", Response.class)
        .setParameter("hash", receipt.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /**
   * The responses of these ids, as far as there are any.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public List<Response> find(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entityManager
            .createQuery(
                "select r from Response r where r.id in :ids order by r.id", Response.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
