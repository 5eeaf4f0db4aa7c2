package survey.response.recount;

import java.time.Instant;

/**
 * How the counts stood when they were last compared with the rows.
 *
 * @param asOf null, as are the figures, before the first time
 * @param responses how many were counted
 * @param cells how many cells differ
 * @param difference by how many responses, all cells together
 * @param rebuilt how many cells had been put right right before
 * @param isOverdue whether none has ended for three hours, where one is due each hour
 * @param asked the number of the last request
 * @param answered up to which number they are done
 */
public record LastRecount(
    Instant asOf,
    Long responses,
    Long cells,
    Long difference,
    Long rebuilt,
    boolean isOverdue,
    long asked,
    long answered) {
  /** Whether there was one yet. */
  public boolean isKnown() {
    return asOf != null;
  }

  /** Whether it found a difference. */
  public boolean isDifferent() {
    return isKnown() && cells > 0;
  }

  /** Whether somebody has asked for one that is not done yet. */
  public boolean isAskedFor() {
    return asked > answered;
  }
}
