package survey.admin.responses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;

/** All responses in the order that admins see them in. */
@ApplicationScoped
class Listing {
  @PersistenceContext EntityManager entityManager;
  @Inject LiveWave live;
  @Inject OriginalWave original;

  /**
   * A response's place in the order.
   *
   * @return none if there is no such response
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Optional<Key> place(long id) {
    List<?> rows =
        entityManager
            .createNativeQuery("select %s from response where id = ?".formatted(Key.COLUMNS))
            .setParameter(1, id)
            .getResultList();
    return rows.stream().map(row -> Key.of((Object[]) row)).findFirst();
  }

  /**
   * The responses nearest to a place, on one side of it.
   *
   * @param place null for the end where that direction begins
   * @param most how many are enough
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Found find(Selection selection, Direction direction, Key place, int most) {
    List<Key> found = new ArrayList<>();
    Wave from = place == null ? null : place.wave();
    if (direction == Direction.AFTER) {
      if (from != Wave.ORIGINAL && selection.includes(Wave.LIVE)) {
        Found newer = live.find(selection, direction, place, most);
        if (newer.isCutShort()) {
          return newer;
        }
        found.addAll(newer.keys());
      }
      addOriginal(found, selection, direction, from == Wave.ORIGINAL ? place : null, most);
      return new Found(found, null);
    }
    if (from != Wave.LIVE) {
      addOriginal(found, selection, direction, place, most);
    }
    if (found.size() == most || !selection.includes(Wave.LIVE)) {
      return new Found(found, null);
    }
    Found newer =
        live.find(selection, direction, from == Wave.LIVE ? place : null, most - found.size());
    found.addAll(newer.keys());
    return new Found(found, newer.lookedUpTo());
  }

  private void addOriginal(
      List<Key> found, Selection selection, Direction direction, Key place, int most) {
    if (found.size() < most && selection.includes(Wave.ORIGINAL)) {
      found.addAll(original.find(selection, direction, place, most - found.size()));
    }
  }
}
