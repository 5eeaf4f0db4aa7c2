package survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class TallyTest {
  @Test
  void holdsEveryChoiceInTheQuestionsOrder() {
    Tally tally = new Tally(3, 0, Map.of(Choice.COMPLAIN, 3L), Map.of());

    assertThat(tally.mentions())
        .containsExactly(
            entry(Choice.STOP_BUSINESS, 0L),
            entry(Choice.COMPLAIN, 3L),
            entry(Choice.FORGIVE_IF_APOLOGISED, 0L),
            entry(Choice.NOT_BOTHERED, 0L));
    assertThat(tally.primary()).hasSize(4);
  }

  @Test
  void sharesAreOfTheRespondents() {
    assertThat(new Tally(8, 0, Map.of(), Map.of()).percent(3)).isEqualTo(37.5);
  }

  @Test
  void hasNoShareOfNobody() {
    assertThat(new Tally(0, 0, Map.of(), Map.of()).percent(0)).isZero();
  }
}
