package survey.admin;

/**
 * How many responses of a wave have which status; the withdrawn are not among them.
 *
 * @param flagged counted as well, and suspicious
 * @param excluded taken out by an admin
 */
public record StatusTally(long counted, long flagged, long excluded) {
  static final StatusTally NONE = new StatusTally(0, 0, 0);

  public long total() {
    return counted + flagged + excluded;
  }

  StatusTally plus(StatusTally other) {
    return new StatusTally(
        counted + other.counted, flagged + other.flagged, excluded + other.excluded);
  }
}
