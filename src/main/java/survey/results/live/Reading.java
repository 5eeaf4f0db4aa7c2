package survey.results.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import survey.results.Results;
import survey.results.Summary;

/** Reads the results outside of requests. */
@ApplicationScoped
class Reading {
  @Inject Results results;

  /**
   * The tallies of both waves as they stand. In a transaction, since an entity manager without one
   * belongs to a request.
   *
   * @throws RuntimeException if the database does not answer
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Summary summary() {
    return results.summary();
  }
}
