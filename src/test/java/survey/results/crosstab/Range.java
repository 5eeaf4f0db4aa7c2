package survey.results.crosstab;

/** Between what a count can be. */
record Range(long least, long most) {
  /** Narrower is pinned down. */
  private static final long LEAST_WIDTH = 3;

  boolean isPinned() {
    return most - least < LEAST_WIDTH;
  }
}
