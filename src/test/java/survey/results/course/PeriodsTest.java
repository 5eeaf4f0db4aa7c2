package survey.results.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class PeriodsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  /** Days in a row with so many respondents. */
  private static List<Period> days(int... respondents) {
    List<Period> days = new ArrayList<>();
    for (int n : respondents) {
      LocalDate day = FIRST.plusDays(days.size());
      days.add(new Period(day, day, new Count(n, Map.of(Choice.COMPLAIN, (long) n))));
    }
    return days;
  }

  private static List<String> described(List<Period> periods) {
    return periods.stream()
        .map(
            period ->
                "%d-%d:%d"
                    .formatted(
                        period.from().getDayOfMonth(),
                        period.to().getDayOfMonth(),
                        period.count().n()))
        .toList();
  }

  @Test
  void areADayEachWhereEnoughAnswer() {
    assertThat(described(Periods.published(days(10, 25, 11))))
        .containsExactly("1-1:10", "2-2:25", "3-3:11");
  }

  @Test
  void joinDaysUntilTenHaveAnswered() {
    assertThat(described(Periods.published(days(3, 0, 6, 1, 4, 9))))
        .containsExactly("1-4:10", "5-6:13");
  }

  @Test
  void joinWhatIsLeftToTheLastOne() {
    assertThat(described(Periods.published(days(12, 10, 4, 5))))
        .containsExactly("1-1:12", "2-4:19");
    assertThat(described(Periods.published(days(12, 0)))).containsExactly("1-2:12");
  }

  @Test
  void areNoneWithFewerThanTen() {
    assertThat(Periods.published(days(4, 5))).isEmpty();
    assertThat(Periods.published(List.of())).isEmpty();
  }

  @Test
  void addUpTheMentions() {
    Period period = Periods.published(days(7, 8)).get(0);
    assertThat(period.count().mention(Choice.COMPLAIN).count()).isEqualTo(15);
    assertThat(period.count().mention(Choice.STOP_BUSINESS).count()).isZero();
  }

  @Test
  void keepAllButTheLastWhenDaysAreAdded() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int[] respondents = random.ints(30, 0, 14).toArray();
      List<Period> all = days(respondents);
      List<Period> before = List.of();
      for (int n = 1; n <= all.size(); n++) {
        List<Period> now = Periods.published(all.subList(0, n));
        int kept = Math.max(0, before.size() - 1);
        assertThat(now.subList(0, kept)).isEqualTo(before.subList(0, kept));
        assertThat(now)
            .allSatisfy(period -> assertThat(period.count().n()).isGreaterThanOrEqualTo(10));
        before = now;
      }
      assertThat(before.stream().mapToLong(period -> period.count().n()).sum())
          .isEqualTo(Arrays.stream(respondents).sum());
    }
  }

  @Test
  void areDrawnAsTheyAreUpToSixty() {
    List<Period> sixty = days(new Random(1).ints(60, 10, 20).toArray());
    assertThat(Periods.drawn(sixty)).isEqualTo(sixty);
    assertThat(Periods.drawn(List.of())).isEmpty();
  }

  @Test
  void areDrawnInWeeksBeyond() {
    List<Period> drawn = Periods.drawn(days(new Random(1).ints(61, 10, 20).toArray()));
    assertThat(drawn).hasSize(9);
    assertThat(drawn.subList(0, 8)).allSatisfy(period -> assertThat(period.days()).isEqualTo(7));
    assertThat(drawn.get(8).days()).isEqualTo(5);
  }

  @Test
  void areNeverDrawnInMoreThanSixty() {
    for (int n : new int[] {420, 421, 840, 841, 4_000}) {
      List<Period> all = days(new Random(1).ints(n, 10, 20).toArray());
      List<Period> drawn = Periods.drawn(all);
      assertThat(drawn).hasSizeBetween(10, 60);
      assertThat(drawn.get(0).from()).isEqualTo(FIRST);
      assertThat(drawn.get(drawn.size() - 1).to()).isEqualTo(all.get(n - 1).to());
      assertThat(drawn.stream().mapToLong(period -> period.count().n()).sum())
          .isEqualTo(all.stream().mapToLong(period -> period.count().n()).sum());
    }
  }
}
