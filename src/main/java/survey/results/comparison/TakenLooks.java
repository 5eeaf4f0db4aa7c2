package survey.results.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Optional;
import survey.questionnaire.Choice;
import survey.results.Tally;

/** Keeps the looks that were taken. */
@ApplicationScoped
class TakenLooks {
  @PersistenceContext EntityManager entityManager;

  /** The last one that any node has taken. Whoever asks is not drawn into trouble here. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<TakenLook> last() {
    return entityManager
        .createQuery("select l from TakenLook l order by l.number desc", TakenLook.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Nodes that reach a look together all try; the first one's row stays. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void insertIfAbsent(TakenLook look) {
    Tally live = look.live();
    entityManager
        .createNativeQuery(
            """
            insert into comparison_look (number, taken_at, n,
                                         stop_business, complain, forgive_if_apologised, not_bothered,
                                         primary_stop_business, primary_complain,
                                         primary_forgive_if_apologised, primary_not_bothered)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update number = number
            """)
        .setParameter(1, look.number())
        .setParameter(2, Timestamp.from(look.takenAt()))
        .setParameter(3, live.n())
        .setParameter(4, live.mentions().get(Choice.STOP_BUSINESS))
        .setParameter(5, live.mentions().get(Choice.COMPLAIN))
        .setParameter(6, live.mentions().get(Choice.FORGIVE_IF_APOLOGISED))
        .setParameter(7, live.mentions().get(Choice.NOT_BOTHERED))
        .setParameter(8, live.primary().get(Choice.STOP_BUSINESS))
        .setParameter(9, live.primary().get(Choice.COMPLAIN))
        .setParameter(10, live.primary().get(Choice.FORGIVE_IF_APOLOGISED))
        .setParameter(11, live.primary().get(Choice.NOT_BOTHERED))
        .executeUpdate();
  }
}
