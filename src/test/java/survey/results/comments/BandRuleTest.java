package survey.results.comments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import survey.questionnaire.AgeBand;
import survey.questionnaire.AgeGroup;

class BandRuleTest {
  @Test
  void showsTheBandOfAnAgeGroupThatPasses() {
    assertThat(BandRule.shownFor(AgeGroup.AGE_20S, band -> true)).contains(AgeBand.BAND_10S_20S);
    assertThat(BandRule.shownFor(AgeGroup.AGE_80_PLUS, AgeBand.BAND_50S_PLUS::equals))
        .contains(AgeBand.BAND_50S_PLUS);
  }

  @Test
  void showsNoBandThatDoesNotPass() {
    assertThat(BandRule.shownFor(AgeGroup.AGE_20S, AgeBand.BAND_30S_40S::equals)).isEmpty();
  }

  @Test
  void showsNoBandOfThoseWhoGaveNoAge() {
    assertThat(BandRule.shownFor(AgeGroup.NO_ANSWER, band -> true)).isEmpty();
  }
}
