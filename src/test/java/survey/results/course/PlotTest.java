package survey.results.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class PlotTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 31);

  /** A day with 10 of 20, then three days with 30 of 120. */
  private final Plot plot =
      new Plot(
          List.of(
              new Period(FIRST, FIRST, new Count(20, Map.of(Choice.COMPLAIN, 10L))),
              new Period(
                  FIRST.plusDays(1),
                  FIRST.plusDays(3),
                  new Count(120, Map.of(Choice.COMPLAIN, 30L)))));

  @Test
  void stepsFromShareToShareWithADayAsWideAsAnother() {
    assertThat(plot.line(Choice.COMPLAIN)).isEqualTo("M0 50.00H25.00V75.00H100.00");
    assertThat(plot.line(Choice.NOT_BOTHERED)).isEqualTo("M0 100.00H25.00V100.00H100.00");
  }

  /** Wilson, 10 of 20: 29.93 % to 70.07 %; 30 of 120: 18.11 % to 33.44 %. */
  @Test
  void drawsTheIntervalsAsABand() {
    assertThat(plot.band(Choice.COMPLAIN))
        .isEqualTo("M0 29.93H25.00V66.56H100.00V81.89H25.00V70.07H0Z");
  }

  @Test
  void drawsRespondentsADay() {
    assertThat(plot.getMostPerDay()).isEqualTo(40);
    assertThat(plot.bars()).isEqualTo("M0 100V50.00H25.00V0.00H100.00V100Z");
  }

  @Test
  void staysInItsFrameWhateverTheTallySays() {
    assertThat(plot.height(150)).isEqualTo("0.00");
    assertThat(plot.height(-1)).isEqualTo("100.00");
  }
}
