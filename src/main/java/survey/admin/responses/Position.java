package survey.admin.responses;

import java.util.Optional;
import survey.admin.selection.Parameters;

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
  private static final String WRONG = "filter.problem.code";

  static Position after(long id) {
    return new Position(Direction.AFTER, id);
  }

  static Position before(long id) {
    return new Position(Direction.BEFORE, id);
  }

  /** The position that an address gives; the first where it gives none, or a wrong one. */
  static Position read(Parameters parameters) {
    Position after =
        parameters.read("after", WRONG, text -> Parameters.id(text).map(Position::after));
    Position before =
        parameters.read(
            "before",
            WRONG,
            text ->
                text.equals(END) ? Optional.of(LAST) : Parameters.id(text).map(Position::before));
    if (after != null && before != null) {
      parameters.refuse("before", "filter.problem.repeated");
    }
    return after != null ? after : before != null ? before : FIRST;
  }

  /** As in an address; empty for the first page. */
  String query() {
    if (equals(FIRST)) {
      return "";
    }
    return direction == Direction.AFTER ? "after=" + id : "before=" + (id == null ? END : id);
  }
}
