package survey.results.crosstab;

/**
 * How many respondents it takes before a block is shown.
 *
 * @param base the least base, from 10 up
 * @param cell the least count of every choice, from 3 up
 */
record Floors(long base, long cell) {
  static final long LEAST_BASE = 10;
  static final long LEAST_CELL = 3;
  static final Floors STANDARD = new Floors(LEAST_BASE, LEAST_CELL);

  /**
   * @throws IllegalArgumentException if one is below what nobody may go below
   */
  Floors {
    if (base < LEAST_BASE || cell < LEAST_CELL) {
      throw new IllegalArgumentException(
          "SURVEY_DISCLOSURE_BASE is at least %d and SURVEY_DISCLOSURE_CELL at least %d, not %d and %d"
              .formatted(LEAST_BASE, LEAST_CELL, base, cell));
    }
  }

  boolean areReachedBy(Cells cells) {
    return cells.n() >= base && cells.primary().values().stream().allMatch(count -> count >= cell);
  }

  /** What two blocks need that each reach these. */
  Floors twice() {
    return new Floors(2 * base, 2 * cell);
  }
}
