package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** What respondents do with their own responses, again where another transaction was in the way. */
@ApplicationScoped
public class Corrections {
  private static final int MOST_IN_A_MINUTE = 5;

  @Inject OwnResponse own;
  @Inject Retries retries;
  @Inject Floods floods;
  @Inject Clock clock;

  private final MinuteCounts recent = new MinuteCounts();

  /**
   * Whether a response has been corrected so often in a minute, on this node, that it has to rest:
   * admins must find time to decide about it.
   */
  synchronized boolean areTooMany(long id) {
    return floods.isWatching()
        && recent.add(String.valueOf(id), clock.instant()) > MOST_IN_A_MINUTE;
  }

  /**
   * Replaces what a response says. Sent twice, it is one correction.
   *
   * @param version the version that its respondent looked at
   * @param draft one without problems
   * @throws Outdated if it has been updated otherwise since, or withdrawn
   * @throws RuntimeException if the database does not take it; nothing is changed then, or all of
   *     it
   */
  void correct(Receipt receipt, int version, Draft draft) throws Outdated {
    retries.run(isFirst -> own.correct(receipt, version, draft));
  }

  /**
   * Erases what a response says, whatever version it is by now. Withdrawn twice, it is withdrawn.
   *
   * @throws RuntimeException if the database does not take it; nothing is changed then, or all of
   *     it
   */
  void withdraw(Receipt receipt) {
    retries.run(isFirst -> own.withdraw(receipt));
  }
}
