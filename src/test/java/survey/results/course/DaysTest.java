package survey.results.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class DaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Count TEN = new Count(10, Map.of(Choice.COMPLAIN, 4L));

  @Test
  void reachFromTheFirstClosedOneToToday() {
    Period closed = new Period(FIRST, FIRST.plusDays(1), TEN);
    assertThat(new Days(List.of(closed), FIRST.plusDays(5), TEN).until(FIRST.plusDays(6)))
        .as("closed days without a response belong to the open ones")
        .containsExactly(closed, new Period(FIRST.plusDays(2), FIRST.plusDays(6), TEN));
  }

  @Test
  void beginWithTheFirstOpenOneWhereNoneIsClosed() {
    assertThat(new Days(List.of(), FIRST, Count.NONE).until(FIRST))
        .containsExactly(new Period(FIRST, FIRST, Count.NONE));
  }

  @Test
  void bearWithAClockThatIsBehind() {
    Period closed = new Period(FIRST, FIRST, TEN);
    assertThat(new Days(List.of(closed), FIRST.plusDays(1), TEN).until(FIRST))
        .containsExactly(closed, new Period(FIRST.plusDays(1), FIRST.plusDays(1), TEN));
  }

  @Test
  void neverLeaveFewerThanNone() {
    Count rest = new Count(3, Map.of(Choice.COMPLAIN, 3L)).minus(TEN);
    assertThat(rest).isEqualTo(Count.NONE);
    assertThat(TEN.minus(new Count(3, Map.of(Choice.COMPLAIN, 3L))))
        .isEqualTo(new Count(7, Map.of(Choice.COMPLAIN, 1L)));
  }
}
