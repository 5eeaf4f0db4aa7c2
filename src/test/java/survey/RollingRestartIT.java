package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nodes come and go while people answer, and nobody notices. */
@TestInstance(Lifecycle.PER_CLASS)
class RollingRestartIT {
  /** Each asks three times, so these are 50 requests. A node that starts needs the same cores. */
  private static final int PER_SECOND = Integer.getInteger("respondents.per.second", 17);

  private final BalancedSurvey survey = new BalancedSurvey();

  @AfterAll
  void end() {
    survey.close();
  }

  @Test
  void showsNobodyAnErrorAndLosesNothingWhenNodesAreRestartedInTurn() {
    List<String> troubles =
        whileRespondentsCome(
            () -> {
              survey.restart(1);
              survey.restart(2);
            });
    assertThat(troubles).isEmpty();
  }

  /** A page that was on its way is cut short: nobody can take back what has been sent of it. */
  @Test
  void cutsPagesShortAtMostAndLosesNothingWhenANodeIsKilled() {
    List<String> troubles =
        whileRespondentsCome(
            () -> {
              survey.node(1).kill();
              survey.start(1);
              survey.node(2).kill();
              survey.start(2);
            });
    assertThat(troubles)
        .allSatisfy(each -> assertThat(each).matches("\\d+ s, (form|thanks): .*IOException.*"));
  }

  /** What they met that was no page and no receipt. */
  private List<String> whileRespondentsCome(Runnable trouble) {
    long before = stored();
    SteadyRespondents people = new SteadyRespondents(survey.address(), PER_SECOND);
    try (people) {
      people.awaitMore(4 * PER_SECOND);
      trouble.run();
      people.awaitMore(4 * PER_SECOND);
    }
    System.out.println("Respondents: " + people);
    Set<String> receipts = new TreeSet<>(people.acknowledged().values());
    assertThat(receipts).hasSameSizeAs(people.acknowledged().keySet());
    assertThat(stored() - before)
        .isBetween((long) receipts.size(), (long) receipts.size() + people.troubles().size());
    assertThat(receipts)
        .allSatisfy(
            receipt -> assertThat(survey.survey().stored(receipt, "count(*)")).isEqualTo("1"));
    survey.survey().assertThatTheCubeEqualsARecount();
    return people.troubles();
  }

  private long stored() {
    return Long.parseLong(survey.survey().ask("select count(*) from response where wave = 'LIVE'"));
  }
}
