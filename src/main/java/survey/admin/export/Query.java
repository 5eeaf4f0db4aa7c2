package survey.admin.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Status;

/**
 * What the query of a download's address asks for, right or wrong. The one place where it is
 * checked: it either has problems or a selection. A blank parameter is none, since forms send the
 * fields that were left blank.
 */
public final class Query {
  private static final Set<String> NAMES =
      Set.of("wave", "from", "to", "choice", "status", "profile", "download", "lang");

  private final Map<String, String[]> parameters;
  private final List<Problem> problems = new ArrayList<>();
  private final Selection selection;
  private final Profile profile;
  private final UUID download;

  private Query(Map<String, String[]> parameters) {
    this.parameters = parameters;
    for (String name : parameters.keySet()) {
      if (!NAMES.contains(name)) {
        problems.add(new Problem(name, "download.problem.unknown"));
      }
    }
    Wave wave = read("wave", "download.problem.code", text -> code(Wave.class, text));
    LocalDate from = read("from", "download.problem.date", Query::date);
    LocalDate to = read("to", "download.problem.date", Query::date);
    Choice choice = read("choice", "download.problem.code", text -> code(Choice.class, text));
    Status status = read("status", "download.problem.code", text -> code(Status.class, text));
    profile = read("profile", "download.problem.code", Profile::of);
    download = read("download", "download.problem.code", Query::id);
    read("lang", "download.problem.code", Optional::of);
    if (from != null && to != null && to.isBefore(from)) {
      problems.add(new Problem("to", "download.problem.before"));
    }
    selection = problems.isEmpty() ? new Selection(wave, from, to, choice, status) : null;
  }

  /** What these parameters ask for. */
  public static Query of(Map<String, String[]> parameters) {
    return new Query(parameters);
  }

  private <T> T read(String name, String message, Function<String, Optional<T>> reader) {
    String[] values = parameters.getOrDefault(name, new String[] {""});
    if (values.length > 1) {
      problems.add(new Problem(name, "download.problem.repeated"));
      return null;
    }
    if (values[0].isBlank()) {
      return null;
    }
    Optional<T> value = reader.apply(values[0]);
    if (value.isEmpty()) {
      problems.add(new Problem(name, message));
    }
    return value.orElse(null);
  }

  private static <E extends Enum<E>> Optional<E> code(Class<E> type, String text) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> !day.isBefore(Selection.EARLIEST) && !day.isAfter(Selection.LATEST));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As a UUID is written; the JDK reads shorter ones as well. */
  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is wrong, a parameter each; empty if the query can be answered. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The responses that are asked for.
   *
   * @throws IllegalStateException if there are problems
   */
  public Selection selection() {
    if (selection == null) {
      throw new IllegalStateException("problems: " + problems);
    }
    return selection;
  }

  /** For whom the file is written; for people unless the query says otherwise. */
  public Profile profile() {
    return profile == null ? Profile.SPREADSHEET : profile;
  }

  /** Under which id the download's progress is asked for, if it is. */
  Optional<UUID> download() {
    return Optional.ofNullable(download);
  }
}
