package survey.admin.responses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The responses of one page, newest first, and where to go from there.
 *
 * @param newer the page before this one; null if there is none
 * @param older the page after this one; null if there is none
 * @param onwards where to look on if the time was up; null otherwise
 * @param lookedUpTo the last response that was looked at then
 */
record Stretch(List<Key> keys, Position newer, Position older, Position onwards, Key lookedUpTo) {
  /**
   * What was found from a position.
   *
   * @param found one more than a page has, if there are more
   */
  static Stretch of(Found found, Position position, int size) {
    boolean hasMore = found.keys().size() > size;
    List<Key> keys = new ArrayList<>(found.keys().subList(0, hasMore ? size : found.keys().size()));
    Key upTo = found.lookedUpTo();
    if (position.direction() == Direction.AFTER) {
      return new Stretch(
          keys,
          position.id() == null ? null : keys.isEmpty() ? Position.LAST : before(keys),
          hasMore ? after(keys) : null,
          upTo == null ? null : Position.after(upTo.id()),
          upTo);
    }
    Collections.reverse(keys);
    return new Stretch(
        keys,
        hasMore ? before(keys) : null,
        position.id() == null ? null : keys.isEmpty() ? Position.FIRST : after(keys),
        upTo == null ? null : Position.before(upTo.id()),
        upTo);
  }

  private static Position before(List<Key> keys) {
    return Position.before(keys.get(0).id());
  }

  private static Position after(List<Key> keys) {
    return Position.after(keys.get(keys.size() - 1).id());
  }
}
