package survey.admin.moderation;

import survey.response.ExclusionReason;
import survey.response.Response;

/**
 * What an admin decided, to be carried out.
 *
 * @param account who decided
 * @param reason why a response is excluded; null for other decisions
 * @param isConfirmed whether a comment may be published although it seems to hold personal data
 */
record Order(String account, Decision decision, ExclusionReason reason, boolean isConfirmed) {

  /**
   * @throws IllegalArgumentException if an exclusion has no reason, or another decision has one
   */
  Order {
    if ((decision == Decision.EXCLUDE) != (reason != null)) {
      throw new IllegalArgumentException(decision + " for the reason " + reason);
    }
  }

  /** Whether a response is as this order leaves it. */
  boolean isSoOf(Response response) {
    return decision.isSoOf(response)
        && (decision != Decision.EXCLUDE || response.getExclusionReason() == reason);
  }
}
