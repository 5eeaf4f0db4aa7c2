package survey.results.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import survey.questionnaire.Choice;
import survey.results.Tally;
import survey.results.statistics.MentionComparison;

class ComparisonTest {
  /**
   * p by scipy.stats.fisher_exact 1.17.1, adjusted after Holm and the interval after Newcombe's
   * method 10 by hand in Python.
   */
  @ParameterizedTest
  @CsvSource({
    "103, STOP_BUSINESS,          15.165048543689313,  1.456408483553956,  28.103315424101922, .1054006376386252",
    "103, COMPLAIN,              -15.165048543689325, -28.103315424101925, -1.4564084835539615, .1054006376386252",
    "103, FORGIVE_IF_APOLOGISED, -13.291262135922333, -23.426333302484032, -3.1063075292057833, .05195699895648441",
    "103, NOT_BOTHERED,            4.708737864077669, -2.844284281091282,  12.49411383711477,  .28390870858031714",
    "207, STOP_BUSINESS,          34.67632850241546,  23.283716307068197,  45.26579198232691,  5.900651268225321e-09",
    "207, FORGIVE_IF_APOLOGISED, -18.169082125603868, -27.580845818392163, -10.051047729269733, 9.99115188738976e-06",
    "207, NOT_BOTHERED,           -.16908212560386507, -6.7196372000254465, 4.603889816564956, 1"
  })
  void ofTheMentionsIsThatOfOthers(
      long n, Choice choice, double points, double lower, double upper, double p) {
    MentionComparison compared = Counts.comparison(n).mentions().choices().get(choice);

    assertThat(100 * compared.difference().estimate()).isCloseTo(points, withinPercentage(1e-9));
    assertThat(100 * compared.difference().interval().lower())
        .isCloseTo(lower, withinPercentage(1e-9));
    assertThat(100 * compared.difference().interval().upper())
        .isCloseTo(upper, withinPercentage(1e-9));
    assertThat(compared.adjustedP()).isCloseTo(p, withinPercentage(1e-9));
  }

  /** Every table counted in whole numbers in Python; V from scipy.stats.chi2_contingency. */
  @ParameterizedTest
  @CsvSource({
    "103, .47917284972725027, .11204804571796322, .4734947195021491",
    "207, 5.322730807092795e-07, .3211323934009207, 8.306504376322332e-07"
  })
  void ofThePrimaryChoiceIsThatOfOthers(long n, double p, double v, double withoutTwin) {
    Comparison comparison = Counts.comparison(n);

    assertThat(comparison.primary().p()).isCloseTo(p, withinPercentage(1e-7));
    assertThat(comparison.primary().cramersV()).isCloseTo(v, withinPercentage(1e-9));
    assertThat(comparison.withoutTwin().p()).isCloseTo(withoutTwin, withinPercentage(1e-7));
  }

  @Test
  void judgesByTheAdjustedPAndTheLooksLevel() {
    Comparison first = Counts.comparison(103);
    Comparison second = Counts.comparison(207);

    // Alone, forgiving has p = .013, which is below the first look's .025.
    assertThat(first.isBeyondChance(Choice.FORGIVE_IF_APOLOGISED)).isFalse();
    assertThat(second.isBeyondChance(Choice.FORGIVE_IF_APOLOGISED)).isTrue();
    assertThat(second.isBeyondChance(Choice.NOT_BOTHERED)).isFalse();
  }

  @Test
  void rejectsCountsThatContradictEachOther() {
    Tally tampered =
        new Tally(100, 0, Counts.choices(101, 0, 0, 0), 100, Counts.choices(39, 39, 16, 6));
    TakenLook look = TakenLook.at(Counts.summary(103)).orElseThrow();

    assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(tampered, look));
  }

  @Test
  void drawsEveryIntervalOnOneScaleAroundZero() {
    Scale scale = Counts.comparison(207).scale();

    assertThat(scale.reach()).isEqualTo(50);
    assertThat(scale.marks()).containsExactly(-50, -25, 0, 25, 50);
    assertThat(scale.position(0)).isEqualTo(50);
    assertThat(scale.position(-.5)).isEqualTo(0);
    assertThat(scale.position(.25)).isEqualTo(75);
  }

  @Test
  void drawsSmallDifferencesSmall() {
    Tally same =
        new Tally(
            1_000_000,
            0,
            Counts.choices(460_000, 540_000, 230_000, 50_000),
            1_000_000,
            Counts.choices(400_000, 400_000, 150_000, 50_000));
    TakenLook look = TakenLook.at(Counts.summary(same)).orElseThrow();
    Scale scale = Comparison.of(Counts.ORIGINAL, look).scale();

    assertThat(scale.reach()).isEqualTo(20);
  }
}
