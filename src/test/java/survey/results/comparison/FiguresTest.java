package survey.results.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures figures = new Figures();

  @Test
  void giveDifferencesTheirSign() {
    assertThat(figures.points(.1516)).isEqualTo("+15.2");
    assertThat(figures.points(-.0016)).isEqualTo("−0.2");
    assertThat(figures.points(-.0004)).isEqualTo("0.0");
    assertThat(figures.points(1)).isEqualTo("+100.0");
    assertThat(figures.signed(-1.341)).isEqualTo("−1.34");
    assertThat(figures.mark(-20)).isEqualTo("−20");
    assertThat(figures.mark(0)).isEqualTo("0");
  }

  @Test
  void giveSmallPValuesAsSmall() {
    assertThat(figures.p(0)).isEqualTo("<0.001");
    assertThat(figures.p(.0004)).isEqualTo("<0.001");
    assertThat(figures.p(.00421)).isEqualTo("0.0042");
    assertThat(figures.p(.03)).isEqualTo("0.03");
    assertThat(figures.p(.4577)).isEqualTo("0.46");
    assertThat(figures.p(1)).isEqualTo("1");
  }

  @Test
  void hideNoLevel() {
    assertThat(figures.digits(.025)).isEqualTo("0.025");
    assertThat(figures.digits(.05 / 6)).isEqualTo("0.0083");
    assertThat(figures.digits(.05 / 72)).isEqualTo("0.00069");
    assertThat(figures.coefficient(.112)).isEqualTo("0.11");
  }
}
