package survey.admin.responses;

import java.util.Map;

/**
 * Where a page begins or ends, as its address says: {@code after=} or {@code before=} a response's
 * id, {@code before=end} for the last page; neither for the first.
 *
 * @param id null for the end where the direction begins
 */
record Position(Direction direction, Long id) {
  static final Position FIRST = new Position(Direction.AFTER, null);
  static final Position LAST = new Position(Direction.BEFORE, null);

  private static final String END = "end";

  static Position after(Key key) {
    return new Position(Direction.AFTER, key.id());
  }

  static Position before(Key key) {
    return new Position(Direction.BEFORE, key.id());
  }

  /**
   * The position that an address gives.
   *
   * @return null if it is none
   */
  static Position of(Map<String, String> parameters) {
    String after = parameters.getOrDefault("after", "");
    String before = parameters.getOrDefault("before", "");
    if (after.isEmpty() && before.isEmpty()) {
      return FIRST;
    }
    if (after.isEmpty() && before.equals(END)) {
      return LAST;
    }
    String id = after + before;
    boolean isOne = (after.isEmpty() || before.isEmpty()) && id.matches("[0-9]{1,18}");
    return isOne
        ? new Position(after.isEmpty() ? Direction.BEFORE : Direction.AFTER, Long.valueOf(id))
        : null;
  }

  /** As in an address; empty for the first page. */
  String query() {
    if (equals(FIRST)) {
      return "";
    }
    return direction == Direction.AFTER ? "after=" + id : "before=" + (id == null ? END : id);
  }
}
