package survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AgeBandTest {
  @Test
  void coversEveryAgeGroupOnce() {
    assertThat(Arrays.stream(AgeBand.values()).flatMap(band -> band.ageGroups().stream()))
        .containsExactly(
            AgeGroup.AGE_10S,
            AgeGroup.AGE_20S,
            AgeGroup.AGE_30S,
            AgeGroup.AGE_40S,
            AgeGroup.AGE_50S,
            AgeGroup.AGE_60S,
            AgeGroup.AGE_70S,
            AgeGroup.AGE_80_PLUS);
  }

  @Test
  void isThatOfItsAgeGroups() {
    assertThat(AgeBand.values())
        .allSatisfy(
            band ->
                assertThat(band.ageGroups())
                    .allSatisfy(age -> assertThat(AgeBand.of(age)).contains(band)));
    assertThat(AgeBand.of(AgeGroup.NO_ANSWER)).isEmpty();
  }
}
