package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(
            othersMetIn(
                "both nodes behind the load balancer restarted in turn",
                () -> {
                  survey.restart(1);
                  survey.restart(2);
                  return null;
                }))
        .isEmpty();
  }

  /** A page that was on its way is cut short: nobody can take back what has been sent of it. */
  @Test
  void cutsPagesShortAtMostAndLosesNothingWhenNodesAreKilled() throws Exception {
    assertThat(
            othersMetIn(
                "both nodes behind the load balancer killed in turn (`kill -9`)",
                () -> {
                  Duration first = killAndStart(1);
                  Duration second = killAndStart(2);
                  return first.compareTo(second) > 0 ? first : second;
                }))
        .isSubsetOf(Load.NOT_OPENED, Load.NOT_READ);
  }

  /** Until it is ready and the load balancer gives it its share again. */
  private Duration killAndStart(int number) {
    long killed = System.nanoTime();
    survey.node(number).kill();
    survey.start(number);
    return Duration.ofNanos(System.nanoTime() - killed);
  }

  /** What else than pages and receipts respondents met. */
  private Set<String> othersMetIn(String what, Breaking.Fault fault) throws Exception {
    try (Breaking breaking =
            new Breaking(RunningSurvey.freshHome("balanced"), RATE, survey.address());
        Connection connection = survey.survey().connect()) {
      breaking.expect(Load.NOT_OPENED, Load.NOT_READ);
      breaking.repeat(3, fault);
      breaking.compare(what, connection);
      return breaking.ledger().others().keySet();
    }
  }
}
