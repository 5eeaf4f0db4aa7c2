package survey.results.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import survey.questionnaire.Choice;

/**
 * The primary choice in LIVE against ORIGINAL, in one test.
 *
 * @param method where p comes from
 * @param p the probability of a table at least this far from proportion, by Pearson's statistic,
 *     where both waves come from the same population; 0 to 1
 * @param statistic Pearson's chi-square, 0 to the respondents of both waves
 * @param degreesOfFreedom choices that anybody took, less one: 0 to 3
 * @param cramersV how strongly choice and wave go together, 0 (not at all) to 1
 * @param residuals by choice, in standard errors: how far LIVE is above (positive) or below what
 *     both waves together lead one to expect; ORIGINAL's are the same with the other sign. 0 where
 *     all or none took the choice
 */
public record PrimaryComparison(
    Method method,
    double p,
    double statistic,
    int degreesOfFreedom,
    double cramersV,
    Map<Choice, Double> residuals) {

  /** Where a p-value comes from. */
  public enum Method {
    /** All tables with the same margins, each with its probability. */
    EXACT,
    /** The chi-square distribution, which the statistic approaches in large samples. */
    CHI_SQUARE
  }

  /**
   * The smaller wave's respondents up to which all tables are visited: 176,851, in milliseconds.
   */
  private static final long EXACT_UP_TO = 100;

  /**
   * Compares the waves. Exact while one wave has at most 100 respondents, as ORIGINAL has.
   *
   * <p>Pearson's statistic and Cramér's V: H. Cramér, Mathematical Methods of Statistics (1946),
   * 30.5 and 21.9; with two columns V is the root of the statistic over the respondents. Residuals:
   * S. J. Haberman, Biometrics 29 (1973) 205–220; A. Agresti, Categorical Data Analysis (3rd ed.
   * 2013), 3.3.1, "standardized Pearson residuals".
   */
  public static PrimaryComparison of(PrimaryTable table) {
    Method method =
        Math.min(table.originalN(), table.liveN()) <= EXACT_UP_TO
            ? Method.EXACT
            : Method.CHI_SQUARE;
    double statistic = statistic(table);
    int degreesOfFreedom = taken(table).length - 1;
    return new PrimaryComparison(
        method,
        method == Method.EXACT ? exact(table) : approximate(statistic, degreesOfFreedom),
        statistic,
        degreesOfFreedom,
        Math.min(1, Math.sqrt(statistic / table.n())),
        residuals(table));
  }

  private static double statistic(PrimaryTable table) {
    double sum = 0;
    for (Choice choice : taken(table)) {
      double excess = excess(table, choice);
      sum += excess * excess / table.row(choice);
    }
    return sum / ((double) table.originalN() * table.liveN());
  }

  private static Choice[] taken(PrimaryTable table) {
    return Arrays.stream(Choice.values())
        .filter(choice -> table.row(choice) > 0)
        .toArray(Choice[]::new);
  }

  /** LIVE's count less the expected one, times the respondents of both waves: a whole number. */
  private static long excess(PrimaryTable table, Choice choice) {
    return table.n() * table.live().get(choice) - table.liveN() * table.row(choice);
  }

  private static double exact(PrimaryTable table) {
    Map<Choice, Long> smaller =
        table.originalN() <= table.liveN() ? table.original() : table.live();
    Choice[] taken = taken(table);
    return new AllTables(
            Arrays.stream(taken).mapToLong(smaller::get).toArray(),
            Arrays.stream(taken).mapToLong(table::row).toArray())
        .p();
  }

  private static double approximate(double statistic, int degreesOfFreedom) {
    return degreesOfFreedom == 0
        ? 1
        : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
  }

  private static Map<Choice, Double> residuals(PrimaryTable table) {
    Map<Choice, Double> residuals = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      residuals.put(choice, residual(table, choice));
    }
    return residuals;
  }

  private static double residual(PrimaryTable table, Choice choice) {
    double row = table.row(choice);
    double n = table.n();
    double spread = row * (n - row) * table.originalN() * table.liveN() / n;
    return spread == 0 ? 0 : excess(table, choice) / Math.sqrt(spread);
  }
}
