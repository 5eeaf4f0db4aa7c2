package survey.admin.responses;

/** Which way from a place the responses are looked through. */
enum Direction {
  /** To older ones, and on to the original ones. */
  AFTER("<=", ">=", "desc", "asc"),
  /** To newer ones. */
  BEFORE(">=", "<=", "asc", "desc");

  private final String onwards;
  private final String backwards;
  private final String order;
  private final String originalOrder;

  Direction(String onwards, String backwards, String order, String originalOrder) {
    this.onwards = onwards;
    this.backwards = backwards;
    this.order = order;
    this.originalOrder = originalOrder;
  }

  /** Of the LIVE wave: those beyond this place; null for all. */
  Clause beyond(Key place) {
    return place == null
        ? Clause.TRUE
        : Clause.of(
            // The moment alone finds the place in an index; those of that very moment are skipped.
            "submitted_at %s ? and not (submitted_at = ? and id %s ?)"
                .formatted(onwards, backwards),
            place.moment(),
            place.moment(),
            place.id());
  }

  /** Of the LIVE wave: those up to this place, itself included; null for all. */
  Clause upTo(Key place) {
    return place == null
        ? Clause.TRUE
        : Clause.of(
            "submitted_at %s ? and not (submitted_at = ? and id %s ?)"
                .formatted(backwards, this == AFTER ? "<" : ">"),
            place.moment(),
            place.moment(),
            place.id());
  }

  /** Of the original wave: those beyond this place; null for all. */
  Clause beyondOriginal(Key place) {
    return place == null
        ? Clause.TRUE
        : Clause.of("original_no %s ?".formatted(this == AFTER ? ">" : "<"), place.originalNo());
  }

  String order() {
    return "submitted_at %s, id %1$s".formatted(order);
  }

  String originalOrder() {
    return "original_no " + originalOrder;
  }
}
