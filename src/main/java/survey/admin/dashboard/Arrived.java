package survey.admin.dashboard;

/**
 * How many responses arrived within some time.
 *
 * @param isMore whether there are more than these: not all were looked at
 */
public record Arrived(StatusTally statuses, boolean isMore) {
  static final Arrived NONE = new Arrived(StatusTally.NONE, false);

  /** How many there are at least. */
  public long total() {
    return isMore ? Math.min(statuses.total(), Arrivals.MOST) : statuses.total();
  }
}
