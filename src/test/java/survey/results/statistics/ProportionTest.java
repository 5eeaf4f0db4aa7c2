package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProportionTest {
  @Test
  void isOfTheRespondents() {
    assertThat(new Proportion(46, 100).share()).isEqualTo(0.46);
    assertThat(new Proportion(1_000_000_000, 1_000_000_000).share()).isOne();
  }

  @Test
  void rejectsNegativeCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proportion(-1, 100))
        .withMessageContaining("-1 of 100");
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, -1));
  }

  @Test
  void rejectsMoreThanTheBase() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(101, 100));
  }

  @Test
  void rejectsMoreThanABillion() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 1_000_000_001));
  }

  @Test
  void hasNoShareOfNobody() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0).share());
  }
}
