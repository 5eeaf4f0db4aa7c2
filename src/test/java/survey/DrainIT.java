package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A survey that is told to end, and is to give others time to take over. */
class DrainIT {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Test
  void answersWithItsOwnDatabaseUntilItIsToldAgain() {
    RunningSurvey survey =
        RunningSurvey.startedAt(RunningSurvey.freshHome("drain"), Map.of("SURVEY_DRAIN", "600"));
    try (survey) {
      drain(survey);
    } finally {
      survey.kill();
    }
  }

  private static void drain(RunningSurvey survey) {
    String ready = survey.address() + "health/ready";
    Respondent respondent = Respondent.complaining(survey.address());
    assertThat(Respondent.get(ready).statusCode()).isEqualTo(200);

    survey.server().destroy();

    RunningSurvey.await(() -> Respondent.get(ready).statusCode() == 503, LONGEST);
    assertThat(survey.output()).contains("The survey ends in 600 seconds");
    assertThat(Respondent.get(survey.address() + "health/live").statusCode()).isEqualTo(200);
    assertThat(respondent.send().statusCode()).isEqualTo(303);
    assertThat(Respondent.count(survey.address())).isEqualTo(1);
  }
}
