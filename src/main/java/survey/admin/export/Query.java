package survey.admin.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import survey.admin.selection.Parameters;
import survey.admin.selection.Problem;
import survey.admin.selection.Selection;

/**
 * What the query of a download's address asks for, right or wrong. It either has problems or a
 * selection.
 */
public final class Query {
  private static final Set<String> NAMES =
      Set.of("wave", "from", "to", "choice", "status", "profile", "download", "lang");

  private final Parameters parameters;
  private final Selection selection;
  private final Profile profile;
  private final UUID download;

  private Query(Map<String, String[]> sent) {
    parameters = new Parameters(sent, NAMES);
    profile = parameters.read("profile", "filter.problem.code", Profile::of);
    download = parameters.read("download", "filter.problem.code", Query::id);
    parameters.read("lang", "filter.problem.code", Optional::of);
    selection = parameters.selection();
  }

  /** What these parameters ask for. */
  public static Query of(Map<String, String[]> parameters) {
    return new Query(parameters);
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
    return parameters.problems();
  }

  /** As they were sent. */
  Parameters parameters() {
    return parameters;
  }

  /**
   * The responses that are asked for.
   *
   * @throws IllegalStateException if there are problems
   */
  public Selection selection() {
    if (selection == null) {
      throw new IllegalStateException("problems: " + problems());
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
