package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import survey.BalancedSurvey;
import survey.RunningSurvey;

/** Nodes behind the load balancer come and go while people answer, and nobody notices. */
class RollingRestartIT {
  /** Each asks three times. A node that starts needs the same cores. */
  private static final int RATE = Report.isWhole() ? 60 : 17;

  private final BalancedSurvey survey = new BalancedSurvey();

  @AfterEach
  void end() {
    survey.close();
  }

  @Test
  void showsNobodyAnErrorAndLosesNothingWhenNodesAreRestartedInTurn() throws Exception {
    Path home = RunningSurvey.freshHome("rolling-restart");
    try (Breaking breaking = new Breaking(home, RATE, survey.address());
        Connection connection = survey.survey().connect()) {
      breaking.repeat(
          10,
          () -> {
            survey.restart(1);
            survey.restart(2);
            return Duration.ZERO;
          });
      breaking.compare("both nodes behind the load balancer restarted in turn", connection);
      assertThat(breaking.ledger().others()).isEmpty();
    }
  }

  /** A page that was on its way is cut short: nobody can take back what has been sent of it. */
  @Test
  void cutsPagesShortAtMostAndLosesNothingWhenANodeIsKilled() throws Exception {
    Path home = RunningSurvey.freshHome("balanced-kill");
    try (Breaking breaking = new Breaking(home, RATE, survey.address());
        Connection connection = survey.survey().connect()) {
      breaking.repeat(
          10,
          () -> {
            long killed = System.nanoTime();
            survey.node(1).kill();
            survey.start(1);
            return Duration.ofNanos(System.nanoTime() - killed);
          });
      breaking.compare("one of two nodes behind the load balancer killed", connection);
      assertThat(breaking.ledger().others().keySet())
          .isSubsetOf(Set.of("form not opened", "thanks not read"));
    }
  }
}
