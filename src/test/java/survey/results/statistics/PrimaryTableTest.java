package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static survey.questionnaire.Choice.COMPLAIN;
import static survey.questionnaire.Choice.FORGIVE_IF_APOLOGISED;
import static survey.questionnaire.Choice.NOT_BOTHERED;
import static survey.questionnaire.Choice.STOP_BUSINESS;

import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class PrimaryTableTest {
  private static final Map<Choice, Long> LISTING =
      Map.of(STOP_BUSINESS, 39L, COMPLAIN, 39L, FORGIVE_IF_APOLOGISED, 16L, NOT_BOTHERED, 6L);
  private static final Map<Choice, Long> LIVE = Map.of(COMPLAIN, 7L);

  @Test
  void readsTheListingWithoutTheTwin() {
    PrimaryTable without = new PrimaryTable(LISTING, LIVE).withoutTwin();

    assertThat(without.original().values()).containsExactly(39L, 38L, 16L, 6L);
    assertThat(without.originalN()).isEqualTo(99);
    assertThat(without.live().values()).containsExactly(0L, 7L, 0L, 0L);
  }

  @Test
  void rejectsATwinThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrimaryTable(Map.of(STOP_BUSINESS, 39L), LIVE).withoutTwin());
  }

  @Test
  void rejectsNegativeCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrimaryTable(LISTING, Map.of(COMPLAIN, 7L, NOT_BOTHERED, -1L)))
        .withMessageContaining("-1");
  }

  @Test
  void rejectsAWaveOfNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrimaryTable(LISTING, Map.of()))
        .withMessageContaining("Nobody");
  }

  @Test
  void rejectsMoreThanABillion() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PrimaryTable(
                    LISTING, Map.of(COMPLAIN, 600_000_000L, STOP_BUSINESS, 600_000_000L)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrimaryTable(LISTING, Map.of(COMPLAIN, Long.MAX_VALUE)));
  }
}
