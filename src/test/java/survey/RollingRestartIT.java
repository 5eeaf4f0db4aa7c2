package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nodes come and go while people answer, and nobody notices. */
@TestInstance(Lifecycle.PER_CLASS)
class RollingRestartIT {
  /** Each asks three times. The cores are shared with two nodes, of which one is starting. */
  private static final int PER_SECOND = Integer.getInteger("respondents.per.second", 20);

  private final BalancedSurvey survey = new BalancedSurvey();

  @AfterAll
  void end() {
    survey.close();
  }

  @Test
  void showsNobodyAnErrorAndLosesNothingWhenNodesAreRestartedInTurn() {
    assertNobodyNotices(
        () -> {
          survey.restart(1);
          survey.restart(2);
        });
  }

  @Test
  void showsNobodyAnErrorAndLosesNothingWhenANodeIsKilled() {
    assertNobodyNotices(
        () -> {
          survey.node(1).kill();
          survey.start(1);
          survey.node(2).kill();
          survey.start(2);
        });
  }

  private void assertNobodyNotices(Runnable trouble) {
    long before = stored();
    SteadyRespondents people = new SteadyRespondents(survey.address(), PER_SECOND);
    double rate;
    try (people) {
      people.awaitMore(4 * PER_SECOND);
      trouble.run();
      people.awaitMore(4 * PER_SECOND);
      rate = people.rate();
    }
    System.out.printf(
        "%d acknowledged, %.1f/s, slowest %d ms, troubles %s%n",
        people.acknowledged().size(), rate, people.slowestMillis(), people.troubles());
    assertThat(people.troubles()).isEmpty();
    assertThat(rate).as("respondents a second").isGreaterThan(0.95 * PER_SECOND);
    Set<String> receipts = new TreeSet<>(people.acknowledged().values());
    assertThat(receipts).hasSameSizeAs(people.acknowledged().keySet());
    assertThat(stored() - before).isEqualTo(receipts.size());
    assertThat(receipts)
        .allSatisfy(
            receipt -> assertThat(survey.survey().stored(receipt, "count(*)")).isEqualTo("1"));
    survey.survey().assertThatTheCubeEqualsARecount();
  }

  private long stored() {
    return Long.parseLong(survey.survey().ask("select count(*) from response where wave = 'LIVE'"));
  }
}
