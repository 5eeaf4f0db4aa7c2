package survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class TallyTest {
  private final Tally tally =
      new Tally(3, 0, Map.of(Choice.COMPLAIN, 8L), 16, Map.of(Choice.COMPLAIN, 3L));

  @Test
  void holdsEveryChoiceInTheQuestionsOrder() {
    assertThat(tally.mentions())
        .containsExactly(
            entry(Choice.STOP_BUSINESS, 0L),
            entry(Choice.COMPLAIN, 8L),
            entry(Choice.FORGIVE_IF_APOLOGISED, 0L),
            entry(Choice.NOT_BOTHERED, 0L));
    assertThat(tally.primary()).hasSize(4);
  }

  @Test
  void sharesAreOfTheirOwnBase() {
    assertThat(tally.mention(Choice.COMPLAIN)).isEqualTo(new Share(8, 16));
    assertThat(tally.mention(Choice.COMPLAIN).percent()).isEqualTo(50);
    assertThat(tally.nearest(Choice.COMPLAIN).percent()).isEqualTo(100);
  }

  @Test
  void hasNoShareOfNobody() {
    assertThat(new Share(0, 0).interval()).isEmpty();
    assertThat(new Share(0, 0).percent()).isZero();
  }

  @Test
  void showsATamperedCountWithoutAnInterval() {
    assertThat(new Share(120, 100).interval()).isEmpty();
    assertThat(new Share(120, 100).percent()).isEqualTo(120);
  }
}
