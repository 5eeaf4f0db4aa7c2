package survey.results.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import survey.questionnaire.Choice;
import survey.results.statistics.Interval;

/**
 * The course as paths of SVG in a square from 0,0 at its top left to 100,100: time runs to the
 * right, a day as wide as any other, and each period is a step.
 *
 * @param periods at least one
 */
public record Plot(List<Period> periods) {

  public Plot {
    periods = List.copyOf(periods);
  }

  public Period getFirst() {
    return periods.get(0);
  }

  public Period getLast() {
    return periods.get(periods.size() - 1);
  }

  /** The largest average number of respondents a day. */
  public double getMostPerDay() {
    return periods.stream().mapToDouble(Period::perDay).max().orElseThrow();
  }

  /** The shares of a choice, 0 % at the bottom and 100 % at the top. */
  public String line(Choice choice) {
    return "M0 " + forwards(period -> period.count().mention(choice).percent());
  }

  /** From the lower to the upper limits of the 95 % intervals of these shares. */
  public String band(Choice choice) {
    return "M0 "
        + forwards(period -> interval(period, choice).map(Interval::upper).orElse(0.0) * 100)
        + backwards(period -> interval(period, choice).map(Interval::lower).orElse(0.0) * 100)
        + "Z";
  }

  private static Optional<Interval> interval(Period period, Choice choice) {
    return period.count().mention(choice).interval();
  }

  /** Respondents a day, the most at the top. */
  public String bars() {
    double most = getMostPerDay();
    return "M0 100V" + forwards(period -> 100 * period.perDay() / most) + "V100Z";
  }

  /** How high something of 0 to 100 percent is, counted from the top. */
  public String height(double percent) {
    return number(100 - Math.max(0, Math.min(100, percent)));
  }

  /** From the height of the first period to the end of the last one. */
  private String forwards(ToDoubleFunction<Period> percent) {
    StringBuilder path = new StringBuilder();
    for (Period period : periods) {
      path.append(path.isEmpty() ? "" : "V").append(height(percent.applyAsDouble(period)));
      path.append("H").append(end(period));
    }
    return path.toString();
  }

  private String backwards(ToDoubleFunction<Period> percent) {
    StringBuilder path = new StringBuilder();
    for (int i = periods.size() - 1; i >= 0; i--) {
      path.append("V").append(height(percent.applyAsDouble(periods.get(i))));
      path.append("H").append(i == 0 ? "0" : end(periods.get(i - 1)));
    }
    return path.toString();
  }

  private String end(Period period) {
    LocalDate start = getFirst().from();
    double days = ChronoUnit.DAYS.between(start, period.to()) + 1;
    return number(100 * days / (ChronoUnit.DAYS.between(start, getLast().to()) + 1));
  }

  /** To a hundredth, which no screen shows. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
