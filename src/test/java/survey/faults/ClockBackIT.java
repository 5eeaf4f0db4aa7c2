package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import survey.Respondent;
import survey.RunningSurvey;
import survey.TestDatabase;

/** One of two nodes has a clock that is an hour late. */
class ClockBackIT {
  private static final Map<String, String> AN_HOUR_BACK =
      Map.of(
          "LD_PRELOAD", "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
          "FAKETIME", "-1h",
          "FAKETIME_DONT_FAKE_MONOTONIC", "1",
          // It would take Java's own waits for ones that end at once.
          "FAKETIME_FORCE_MONOTONIC_FIX", "0");

  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("clock-back");
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("two-clocks"));
        RunningSurvey right =
            RunningSurvey.startedAt(RunningSurvey.freshHome("right-clock"), database.settings());
        RunningSurvey late = RunningSurvey.startedAt(home, database.settings(AN_HOUR_BACK));
        Breaking breaking =
            new Breaking(home, Duration.ofSeconds(1), right.address(), late.address());
        Connection connection = database.connect()) {
      breaking.repeat(
          1,
          () -> {
            breaking.load().awaitSeconds(Report.isWhole() ? 30 : 3);
            return null;
          });
      breaking.compare("clock of one of two nodes an hour back (libfaketime)", connection);
      assertThat(breaking.ledger().others().keySet())
          .as("no clock is to blame where two nodes are asked for more than one machine can do")
          .isSubsetOf(Report.isWhole() ? Set.of(Load.CLEAR) : Set.of());
      assertThat(
              database.ask(
                  "select count(*) > 0 from response where wave = 'LIVE'"
                      + " and submitted_at between utc_timestamp() - interval 65 minute"
                      + " and utc_timestamp() - interval 55 minute"))
          .as("the late node's clock is late")
          .isEqualTo("1");
      assertThat(Respondent.count(late.address())).isEqualTo(Respondent.count(right.address()));
    }
  }
}
