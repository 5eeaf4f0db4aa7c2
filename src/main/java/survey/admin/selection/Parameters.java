package survey.admin.selection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;
import survey.questionnaire.Wave;
import survey.response.CommentPublication;
import survey.response.Status;

/**
 * Reads the parameters of an address one by one, noting what is wrong with them. A blank parameter
 * is none, since forms send the fields that were left blank.
 */
public final class Parameters {
  /** The names of the parameters that {@link #selection} reads. */
  public static final Set<String> OF_SELECTION =
      Set.of(
          "wave",
          "from",
          "to",
          "choice",
          "status",
          "age",
          "gender",
          "occupation",
          "publication",
          "text");

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
  private static final int LONGEST_TEXT = 100;

  private final Map<String, String[]> parameters;
  private final Set<String> names;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param names those that there are; any other is a problem
   */
  public Parameters(Map<String, String[]> parameters, Set<String> names) {
    this.parameters = parameters;
    this.names = names;
    for (String name : parameters.keySet()) {
      if (!names.contains(name)) {
        refuse(name, "filter.problem.unknown");
      }
    }
  }

  /**
   * The value of a parameter; null if there is none or it is wrong.
   *
   * @param message the key of the sentence that says what is wrong
   * @param reader empty for what is wrong
   */
  public <T> T read(String name, String message, Function<String, Optional<T>> reader) {
    String[] values = parameters.get(name);
    if (values == null || !names.contains(name)) {
      return null;
    }
    if (values.length > 1) {
      refuse(name, "filter.problem.repeated");
      return null;
    }
    if (values[0].isBlank()) {
      return null;
    }
    Optional<T> value = reader.apply(values[0]);
    if (value.isEmpty()) {
      refuse(name, message);
    }
    return value.orElse(null);
  }

  /** Notes that a parameter is wrong. */
  public void refuse(String name, String message) {
    problems.add(new Problem(name, message));
  }

  /** The id of a response or an entry, 1 to 18 digits; none if it is something else. */
  public static Optional<Long> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** A code of the questionnaire, exactly as it is written; null as in {@link #read}. */
  public <E extends Enum<E>> E code(String name, Class<E> type) {
    return read(
        name,
        "filter.problem.code",
        text ->
            Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst());
  }

  private LocalDate date(String name) {
    return read(name, "filter.problem.date", Parameters::parseDate);
  }

  private static Optional<LocalDate> parseDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> !day.isBefore(Selection.EARLIEST) && !day.isAfter(Selection.LATEST));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Which responses they select; null if anything is wrong, with this or with what was read. */
  public Selection selection() {
    Wave wave = code("wave", Wave.class);
    LocalDate from = date("from");
    LocalDate to = date("to");
    Choice choice = code("choice", Choice.class);
    Status status = code("status", Status.class);
    AgeGroup age = code("age", AgeGroup.class);
    Gender gender = code("gender", Gender.class);
    Occupation occupation = code("occupation", Occupation.class);
    CommentPublication publication = code("publication", CommentPublication.class);
    String text =
        read(
            "text",
            "filter.problem.text",
            typed -> Optional.of(typed).filter(some -> some.length() <= LONGEST_TEXT));
    if (from != null && to != null && to.isBefore(from)) {
      refuse("to", "filter.problem.before");
    }
    return problems.isEmpty()
        ? new Selection(wave, from, to, choice, status, age, gender, occupation, publication, text)
        : null;
  }

  /** What is wrong at a parameter; null if nothing is. */
  public Problem problem(String name) {
    return problems.stream()
        .filter(problem -> problem.parameter().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** A parameter as it was sent; empty if it was not. */
  public String value(String name) {
    return Optional.ofNullable(parameters.get(name)).map(values -> values[0]).orElse("");
  }

  /** What is wrong, a parameter each. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
