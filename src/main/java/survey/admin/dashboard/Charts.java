package survey.admin.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.ToDoubleFunction;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.results.Share;

/**
 * The figures as charts: each a configuration of Chart.js, as JSON. The table beside a chart has
 * the same numbers in the same order, which is how the chart follows it. Colours are named by what
 * they stand for; the style sheet knows them.
 */
public final class Charts {
  private final View view;
  private final Figures figures;
  private final Locale locale;
  private final ResourceBundle messages;

  Charts(View view, Figures figures, Locale locale) {
    this.view = view;
    this.figures = figures;
    this.locale = locale;
    messages = ResourceBundle.getBundle("survey.messages", locale);
  }

  /** How many chose each choice, in percent, of each wave that this is known of. */
  public String getMentions() {
    return measure(figures::mention);
  }

  /** How many each choice is nearest to, in percent, of each wave. */
  public String getPrimary() {
    return measure((wave, choice) -> figures.waves().get(wave).nearest(choice));
  }

  private String measure(Measure measure) {
    Bars bars = new Bars(locale).lying().percent();
    for (Choice choice : Choice.values()) {
      bars.label(messages.getString("choice." + choice));
    }
    for (Wave wave : figures.waves().keySet()) {
      if (measure.share(wave, Choice.STOP_BUSINESS) != null) {
        bars.set(
            messages.getString("wave." + wave),
            wave == Wave.LIVE ? "choices" : "faint-choices",
            values(List.of(Choice.values()), choice -> measure.share(wave, choice).percent()));
      }
    }
    return bars.json();
  }

  /** The cross-tabulation of a wave: a bar for each row, parted by the columns in percent. */
  public String crossTable(Wave wave) {
    CrossTable table = figures.crossTables().get(wave);
    Bars bars = new Bars(locale).lying().stacked().percent();
    List<String> rows = view.rows().codes();
    for (String row : rows) {
      bars.label(
          new MessageFormat(messages.getString("dashboard.label"), locale)
              .format(new Object[] {messages.getString(view.rows().label(row)), table.row(row)}));
    }
    List<String> columns = view.columns().codes();
    for (String column : columns) {
      bars.set(
          messages.getString(view.columns().label(column)),
          view.columns() == Variable.CHOICE
              ? column
              : "%s-%d/%d".formatted(view.columns(), columns.indexOf(column), columns.size()),
          values(rows, row -> table.share(row, column).percent()));
    }
    return bars.json();
  }

  /** How many answered from day to day, parted by the nearest choice. */
  public String getCourse() {
    Bars bars = new Bars(locale).stacked();
    figures.days().forEach(day -> bars.label(label(day)));
    for (Choice choice : Choice.values()) {
      bars.set(
          messages.getString("choice." + choice),
          choice.name(),
          values(figures.days(), day -> day.counts().primary().get(choice)));
    }
    return bars.json();
  }

  /** A day, or the last one of several, as the course's chart calls it. */
  public String label(Day day) {
    return DateTimeFormatter.ofPattern(messages.getString("day.short"), locale).format(day.to());
  }

  private static <T> JsonArrayBuilder values(List<T> of, ToDoubleFunction<T> value) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    of.forEach(each -> values.add(value.applyAsDouble(each)));
    return values;
  }

  /** What a measure says of a wave and a choice; null where it is not known. */
  private interface Measure {
    Share share(Wave wave, Choice choice);
  }
}
