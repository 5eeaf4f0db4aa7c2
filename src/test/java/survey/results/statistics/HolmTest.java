package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HolmTest {
  /** By hand, as R's p.adjust(c(.01, .04, .03, .005), "holm") defines it: .03 .06 .06 .02. */
  @Test
  void multipliesByHowManyAreLeftAndNeverFalls() {
    Map<String, Double> adjusted = Holm.adjust(Map.of("a", .01, "b", .04, "c", .03, "d", .005));

    assertThat(adjusted.get("a")).isCloseTo(.03, within(1e-15));
    assertThat(adjusted.get("b")).isCloseTo(.06, within(1e-15));
    assertThat(adjusted.get("c")).isCloseTo(.06, within(1e-15));
    assertThat(adjusted.get("d")).isCloseTo(.02, within(1e-15));
  }

  @Test
  void neverExceedsOne() {
    assertThat(Holm.adjust(Map.of("a", .5, "b", 1.0, "c", .9)).values()).containsOnly(1.0);
  }

  @Test
  void leavesOneAlone() {
    assertThat(Holm.adjust(Map.of("a", .02))).containsEntry("a", .02);
    assertThat(Holm.adjust(Map.of())).isEmpty();
  }

  @Test
  void rejectsWhatIsNoProbability() {
    for (double p : new double[] {-.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(Map.of("a", p)));
    }
  }
}
