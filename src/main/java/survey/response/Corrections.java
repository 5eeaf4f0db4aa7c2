package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What respondents do with their own responses, again where another transaction was in the way. */
@ApplicationScoped
public class Corrections {
  /** A deadlock is over at once; a respondent who waits longer is better told so. */
  private static final Duration LONGEST_RETRYING = Duration.ofSeconds(2);

  @Inject OwnResponse own;
  @Inject Clock clock;

  /**
   * Replaces what a response says. Sent twice, it is one correction.
   *
   * @param version the version that its respondent looked at
   * @param draft one without problems
   * @throws Outdated if it has been corrected otherwise since, or withdrawn
   * @throws RuntimeException if the database does not take it; nothing is changed then, or all of
   *     it
   */
  void correct(Receipt receipt, int version, Draft draft) throws Outdated {
    Instant limit = clock.instant().plus(LONGEST_RETRYING);
    while (true) {
      try {
        own.correct(receipt, version, draft);
        return;
      } catch (RuntimeException e) {
        passOn(e, limit);
      }
    }
  }

  /**
   * Erases what a response says, whatever version it is by now. Withdrawn twice, it is withdrawn.
   *
   * @throws RuntimeException if the database does not take it; nothing is changed then, or all of
   *     it
   */
  void withdraw(Receipt receipt) {
    Instant limit = clock.instant().plus(LONGEST_RETRYING);
    while (true) {
      try {
        own.withdraw(receipt);
        return;
      } catch (RuntimeException e) {
        passOn(e, limit);
      }
    }
  }

  private void passOn(RuntimeException failure, Instant limit) {
    if (clock.instant().isAfter(limit) || !Causes.arePassing(failure)) {
      throw failure;
    }
  }
}
