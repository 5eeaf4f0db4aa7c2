package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import survey.questionnaire.Choice;

/**
 * Writes the cube of counts. A response's cell changes in the response's own transaction, as its
 * last statement: so the counts are never late, and a cell that many wait for is held only for a
 * moment.
 */
@ApplicationScoped
class Tallies {
  /**
   * The code of a choice that is not known to have been chosen or not; nulls in a unique key would
   * not collide.
   */
  private static final int NOT_KNOWN = 9;

  @PersistenceContext EntityManager entityManager;

  /** Counts one more response with these answers. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(Response response) {
    entityManager
        .createNativeQuery(
            """
            insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                               primary_choice, age_group, gender, occupation, n)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            on duplicate key update n = n + 1
            """)
        .setParameter(1, response.getWave().name())
        .setParameter(2, response.getStatus().name())
        .setParameter(3, code(response.chose(Choice.STOP_BUSINESS)))
        .setParameter(4, code(response.chose(Choice.COMPLAIN)))
        .setParameter(5, code(response.chose(Choice.FORGIVE_IF_APOLOGISED)))
        .setParameter(6, code(response.chose(Choice.NOT_BOTHERED)))
        .setParameter(7, response.getPrimaryChoice().name())
        .setParameter(8, response.getAgeGroup().name())
        .setParameter(9, response.getGender().name())
        .setParameter(10, response.getOccupation().name())
        .executeUpdate();
  }

  private static int code(Boolean chosen) {
    return chosen == null ? NOT_KNOWN : chosen ? 1 : 0;
  }
}
