package survey.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static survey.results.statistics.PrimaryComparison.Method.CHI_SQUARE;
import static survey.results.statistics.PrimaryComparison.Method.EXACT;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import survey.questionnaire.Choice;

class PrimaryComparisonTest {
  private static PrimaryTable table(long[] original, long... live) {
    return new PrimaryTable(wave(original), wave(live));
  }

  private static Map<Choice, Long> wave(long... counts) {
    Map<Choice, Long> wave = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      wave.put(choice, counts[wave.size()]);
    }
    return wave;
  }

  private static long[] listing() {
    return new long[] {39, 39, 16, 6};
  }

  /** Exact fractions in Python over every table; statistic by scipy's chi2_contingency. */
  @ParameterizedTest
  @CsvSource({
    " 50,  30,  15,  5, 2.6566307607012334, 0.45755501218246",
    "400, 350, 200, 50, 1.353402266576926,  0.7158550118374202",
    "350000000, 450000000, 150000000, 50000000, 1.523809372426319, 0.6889286148552566"
  })
  void ofTheListingIsExact(long stop, long complain, long forgive, long not, double x, double p) {
    PrimaryComparison comparison =
        PrimaryComparison.of(table(listing(), stop, complain, forgive, not));

    assertThat(comparison.method()).isEqualTo(EXACT);
    assertThat(comparison.degreesOfFreedom()).isEqualTo(3);
    assertThat(comparison.statistic()).isCloseTo(x, withinPercentage(1e-9));
    assertThat(comparison.p()).isCloseTo(p, withinPercentage(1e-9));
  }

  /** As above, with 39/38/16/6. */
  @Test
  void readsOtherwiseWithoutTheTwin() {
    PrimaryComparison comparison =
        PrimaryComparison.of(table(listing(), 50, 30, 15, 5).withoutTwin());

    assertThat(comparison.p()).isCloseTo(0.5070048591724658, withinPercentage(1e-9));
    assertThat(comparison.cramersV()).isCloseTo(0.11025165696256296, withinPercentage(1e-9));
  }

  /**
   * Agresti, An Introduction to Categorical Data Analysis (2nd ed. 2007), table 2.5, party by
   * gender, also in R's help on chisq.test: X-squared = 30.07, df = 2, p-value = 2.954e-07, and
   * standardised residuals 4.50, 0.70 and -5.32 for women.
   */
  @Test
  void isAgrestisForPartyByGender() {
    PrimaryComparison comparison =
        PrimaryComparison.of(table(new long[] {484, 239, 477, 0}, 762, 327, 468, 0));

    assertThat(comparison.method()).isEqualTo(CHI_SQUARE);
    assertThat(comparison.statistic()).isCloseTo(30.070149095754672, withinPercentage(1e-9));
    assertThat(comparison.degreesOfFreedom()).isEqualTo(2);
    assertThat(comparison.p()).isCloseTo(2.9535891832117595e-07, withinPercentage(1e-7));
    assertThat(comparison.residuals().get(Choice.STOP_BUSINESS)).isCloseTo(4.50, within(.005));
    assertThat(comparison.residuals().get(Choice.COMPLAIN)).isCloseTo(0.70, within(.005));
    assertThat(comparison.residuals().get(Choice.FORGIVE_IF_APOLOGISED))
        .isCloseTo(-5.32, within(.005));
    assertThat(comparison.residuals().get(Choice.NOT_BOTHERED)).isZero();
  }

  /** Agresti, table 2.3, aspirin and heart attacks: X² = 25.01; each residual's square is X². */
  @Test
  void isAgrestisForAspirin() {
    PrimaryComparison comparison =
        PrimaryComparison.of(table(new long[] {189, 10_845, 0, 0}, 104, 10_933, 0, 0));

    assertThat(comparison.statistic()).isCloseTo(25.013883967194165, withinPercentage(1e-9));
    assertThat(comparison.degreesOfFreedom()).isOne();
    assertThat(comparison.p()).isCloseTo(5.691896973740789e-07, withinPercentage(1e-7));
    assertThat(comparison.residuals().get(Choice.STOP_BUSINESS))
        .isCloseTo(-Math.sqrt(25.013883967194165), withinPercentage(1e-9));
    assertThat(comparison.residuals().get(Choice.COMPLAIN))
        .isCloseTo(Math.sqrt(25.013883967194165), withinPercentage(1e-9));
  }

  @Test
  void turnsOnlyTheResidualsRoundWithTheWaves() {
    PrimaryTable there = table(listing(), 30, 20, 15, 5);
    PrimaryComparison here = PrimaryComparison.of(there);
    PrimaryComparison back = PrimaryComparison.of(new PrimaryTable(there.live(), there.original()));

    assertThat(back.p()).isEqualTo(here.p());
    assertThat(back.statistic()).isCloseTo(here.statistic(), withinPercentage(1e-12));
    for (Choice choice : Choice.values()) {
      assertThat(back.residuals().get(choice))
          .isCloseTo(-here.residuals().get(choice), within(1e-12));
    }
  }

  @Test
  void seesNoDifferenceOfEqualShares() {
    PrimaryComparison comparison =
        PrimaryComparison.of(table(listing(), 390_000_000, 390_000_000, 160_000_000, 60_000_000));

    assertThat(comparison.p()).isCloseTo(1, within(1e-12));
    assertThat(comparison.statistic()).isZero();
    assertThat(comparison.cramersV()).isZero();
    assertThat(comparison.residuals().values()).containsOnly(0.0);
  }

  @Test
  void seesNothingWhereAllTookOneChoice() {
    for (long n : new long[] {1, 100, 1_000}) {
      PrimaryComparison comparison =
          PrimaryComparison.of(table(new long[] {0, n, 0, 0}, 0, 1_000_000_000, 0, 0));

      assertThat(comparison.p()).isOne();
      assertThat(comparison.degreesOfFreedom()).isZero();
      assertThat(comparison.cramersV()).isZero();
      assertThat(comparison.residuals().values()).containsOnly(0.0);
    }
  }

  /** Ten against ten others: 2 of C(20, 10) = 184,756 tables. */
  @Test
  void isStrongestWhereNoChoiceIsShared() {
    PrimaryComparison comparison =
        PrimaryComparison.of(table(new long[] {10, 0, 0, 0}, 0, 10, 0, 0));

    assertThat(comparison.p()).isCloseTo(2.0 / 184_756, withinPercentage(1e-9));
    assertThat(comparison.statistic()).isEqualTo(20);
    assertThat(comparison.cramersV()).isOne();
  }

  @Test
  void approximatesOnlyWhereBothWavesAreLarge() {
    assertThat(PrimaryComparison.of(table(new long[] {50, 50, 0, 0}, 60, 41, 0, 0)).method())
        .isEqualTo(EXACT);
    assertThat(PrimaryComparison.of(table(new long[] {51, 50, 0, 0}, 60, 41, 0, 0)).method())
        .isEqualTo(CHI_SQUARE);
    assertThat(PrimaryComparison.of(table(new long[] {51, 50, 0, 0}, 1, 0, 0, 0)).method())
        .isEqualTo(EXACT);
  }

  /** One respondent more on each side is all that separates the methods here. */
  @Test
  void approximatesTheExactTest() {
    PrimaryComparison exact =
        PrimaryComparison.of(table(new long[] {40, 30, 20, 10}, 45, 29, 17, 9));
    PrimaryComparison approximate =
        PrimaryComparison.of(table(new long[] {41, 30, 20, 10}, 46, 29, 17, 9));

    assertThat(exact.method()).isEqualTo(EXACT);
    assertThat(approximate.method()).isEqualTo(CHI_SQUARE);
    assertThat(approximate.p()).isCloseTo(exact.p(), within(.02));
  }

  @Test
  void isQuickForEveryTableThereIs() {
    Instant start = Instant.now();
    PrimaryComparison.of(table(listing(), 350_000_000, 450_000_000, 150_000_000, 50_000_000));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }
}
