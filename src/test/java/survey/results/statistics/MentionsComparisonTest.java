package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class MentionsComparisonTest {
  private static final Map<Choice, Proportion> ORIGINAL = wave(100, 46, 54, 23, 5);

  private static Map<Choice, Proportion> wave(long n, long... counts) {
    Map<Choice, Proportion> wave = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      wave.put(choice, new Proportion(counts[wave.size()], n));
    }
    return wave;
  }

  @Test
  void takesTheOriginalFromTheLiveShare() {
    MentionComparison complain =
        MentionsComparison.of(ORIGINAL, wave(200, 140, 90, 40, 10)).choices().get(Choice.COMPLAIN);

    assertThat(complain.original()).isEqualTo(new Proportion(54, 100));
    assertThat(complain.live()).isEqualTo(new Proportion(90, 200));
    assertThat(complain.difference().estimate()).isCloseTo(-0.09, within(1e-15));
    assertThat(complain.difference().interval().lower()).isBetween(-0.21, -0.20);
  }

  @Test
  void adjustsTheFourAndTakesTheSmallestForAll() {
    MentionsComparison comparison = MentionsComparison.of(ORIGINAL, wave(200, 140, 90, 40, 10));
    MentionComparison stop = comparison.choices().get(Choice.STOP_BUSINESS);

    assertThat(comparison.choices()).containsOnlyKeys(Choice.values());
    assertThat(stop.p()).isLessThan(.001);
    assertThat(stop.adjustedP()).isCloseTo(4 * stop.p(), within(1e-15));
    assertThat(comparison.p())
        .isEqualTo(stop.adjustedP())
        .isEqualTo(
            Collections.min(
                comparison.choices().values().stream().map(MentionComparison::adjustedP).toList()));
    assertThat(comparison.choices().values())
        .allSatisfy(choice -> assertThat(choice.adjustedP()).isBetween(choice.p(), 1.0));
  }

  @Test
  void seesNoDifferenceOfEqualShares() {
    MentionsComparison comparison =
        MentionsComparison.of(ORIGINAL, wave(1_000_000, 460_000, 540_000, 230_000, 50_000));

    assertThat(comparison.p()).isOne();
  }

  @Test
  void rejectsAMissingChoice() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MentionsComparison.of(ORIGINAL, Map.of(Choice.COMPLAIN, new Proportion(1, 100))));
  }

  @Test
  void rejectsTwoBasesInAWave() {
    Map<Choice, Proportion> mixed = wave(100, 1, 2, 3, 4);
    mixed.put(Choice.COMPLAIN, new Proportion(2, 101));

    assertThatIllegalArgumentException().isThrownBy(() -> MentionsComparison.of(ORIGINAL, mixed));
  }

  @Test
  void rejectsAWaveOfNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MentionsComparison.of(ORIGINAL, wave(0, 0, 0, 0, 0)));
  }
}
