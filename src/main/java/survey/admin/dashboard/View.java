package survey.admin.dashboard;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import survey.admin.selection.Parameters;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;

/**
 * What the dashboard's address asks for.
 *
 * @param selection the filters, by closed answers alone: they apply to all of the page
 * @param rows of the cross-tabulation
 * @param columns of the cross-tabulation; another variable than the rows'
 */
public record View(Selection selection, Variable rows, Variable columns) {
  /** Without anything in the address. */
  static final View DEFAULT = new View(Selection.ALL, Variable.AGE, Variable.CHOICE);

  /**
   * @throws IllegalArgumentException if rows and columns are the same
   */
  public View {
    if (rows == columns) {
      throw new IllegalArgumentException("twice " + rows);
    }
  }

  /** What these parameters ask for; null if anything is wrong with them. */
  static View read(Parameters parameters) {
    Variable rows = parameters.read("rows", "filter.problem.code", Variable::of);
    Variable shown = rows == null ? DEFAULT.rows : rows;
    Variable columns =
        parameters.read(
            "columns",
            "dashboard.problem.columns",
            text -> Variable.of(text).filter(variable -> variable != shown));
    Selection selection = parameters.selection();
    return selection == null
        ? null
        : new View(selection, shown, columns == null ? columnsFor(shown) : columns);
  }

  private static Variable columnsFor(Variable rows) {
    return rows == DEFAULT.columns ? DEFAULT.rows : DEFAULT.columns;
  }

  /** Whether the tables of days know what is asked for: they are of the LIVE wave. */
  public boolean isKnownByDay() {
    return selection.includes(Wave.LIVE) && !selection.hasDemographics();
  }

  /** Whether the publisher's counts, which are totals alone, are of what is asked for. */
  public boolean isOfPublishedTotals() {
    return selection.choice() == null && !selection.hasDemographics();
  }

  /** The filters and the two variables as in an address; what goes without saying is left out. */
  public String query() {
    String variables =
        rows == DEFAULT.rows && columns == DEFAULT.columns
            ? ""
            : "rows=" + rows.parameter() + "&columns=" + columns.parameter();
    return joined(selection.query(), variables);
  }

  /** The two variables alone. */
  public View withoutFilters() {
    return new View(Selection.ALL, rows, columns);
  }

  /** Those of the filters that downloads know too, as in an address. */
  public String downloadQuery() {
    return new Selection(selection.wave(), null, null, selection.choice(), null).query();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining("&"));
  }

  /** The value that stands at a field of the page; empty if none. */
  Optional<String> value(String field) {
    return Optional.ofNullable(
        Map.of("rows", rows.parameter(), "columns", columns.parameter()).get(field));
  }
}
