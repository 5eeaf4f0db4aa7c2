package survey.admin.signin;

import java.time.Duration;

/**
 * A password that somebody wants to be tried.
 *
 * @param pause how long until it may be tried; zero if it may be now
 * @param sender by whom it counts as wrong until it is known to be right
 * @param source where it came from
 * @param isKnown whether it came from where an admin has signed in before
 * @param hasOwnEntry whether it is an entry of the audit log by itself if it is wrong: not what
 *     strangers send beyond their budget, so that they cannot make the log grow by more than 3,500
 *     entries a day and node
 */
record Attempt(Duration pause, String sender, String source, boolean isKnown, boolean hasOwnEntry) {

  static Attempt refused(Duration pause) {
    return new Attempt(pause, "", "", false, false);
  }

  boolean isRefused() {
    return !pause.isZero();
  }

  /** The pause in whole seconds, rounded up. */
  long seconds() {
    return pause.plusMillis(999).toSeconds();
  }
}
