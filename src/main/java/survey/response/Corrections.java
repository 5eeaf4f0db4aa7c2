package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What respondents do with their own responses, again where another transaction was in the way. */
@ApplicationScoped
public class Corrections {
  @Inject OwnResponse own;
  @Inject Retries retries;

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
