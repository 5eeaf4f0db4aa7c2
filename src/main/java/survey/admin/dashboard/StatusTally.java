package survey.admin.dashboard;

import survey.response.Status;

/**
 * How many responses have which status; the withdrawn are not among them.
 *
 * @param flagged counted as well, and suspicious
 * @param excluded taken out by an admin
 */
public record StatusTally(long counted, long flagged, long excluded) {
  static final StatusTally NONE = new StatusTally(0, 0, 0);

  /** So many of one status; none if that is the withdrawn's. */
  static StatusTally of(Status status, long n) {
    return switch (status) {
      case COUNTED -> new StatusTally(n, 0, 0);
      case FLAGGED -> new StatusTally(0, n, 0);
      case EXCLUDED -> new StatusTally(0, 0, n);
      case WITHDRAWN -> NONE;
    };
  }

  public long total() {
    return counted + flagged + excluded;
  }

  /** How many the results count: the base of every share. */
  public long base() {
    return counted + flagged;
  }

  StatusTally plus(StatusTally other) {
    return new StatusTally(
        counted + other.counted, flagged + other.flagged, excluded + other.excluded);
  }

  /** The rest without a part of it; never under 0, even where a tampered tally counts less. */
  StatusTally minus(StatusTally part) {
    return new StatusTally(
        Math.max(0, counted - part.counted),
        Math.max(0, flagged - part.flagged),
        Math.max(0, excluded - part.excluded));
  }
}
