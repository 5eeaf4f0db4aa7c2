package survey.admin.responses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import survey.admin.selection.Selection;

/** Finds responses of the original wave: there are a hundred, so all are looked at. */
@ApplicationScoped
class OriginalWave {
  @PersistenceContext EntityManager entityManager;

  /**
   * Looks through the responses beyond a place.
   *
   * @param place null for the very first
   * @param most how many are enough
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  List<Key> find(Selection selection, Direction direction, Key place, int most) {
    Clause where =
        Clause.all(
            Clause.of("wave = 'ORIGINAL'"), direction.beyondOriginal(place), Filter.of(selection));
    Query query =
        entityManager.createNativeQuery(
            "select %s from response where %s order by %s"
                .formatted(Key.COLUMNS, where.sql(), direction.originalOrder()));
    int value = 1;
    for (Object known : where.values()) {
      query.setParameter(value++, known);
    }
    return ((List<?>) query.setMaxResults(most).getResultList())
        .stream().map(row -> Key.of((Object[]) row)).toList();
  }
}
