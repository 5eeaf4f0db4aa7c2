package survey.admin.moderation;

import java.util.Locale;

/** What became of a decision about one response. */
enum Outcome {
  DONE,
  /**
   * Somebody else decided the same first: nothing was changed, and it is not this one's to undo.
   */
  ALREADY,
  /** Somebody else changed the response otherwise first: nothing was changed. */
  OUTDATED,
  /** The comment seems to hold personal data, and nobody said that it may be published so. */
  UNCONFIRMED,
  /** It is not for what the response is, like approving a comment that is published already. */
  IMPOSSIBLE,
  /** The database did not take it. */
  FAILED;

  /** The parameter that tells of it in the address that an admin is led back to. */
  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
