package survey.admin.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;
import survey.questionnaire.Wave;
import survey.response.CommentPublication;
import survey.response.Status;

/** Explains every column of a file and every code in it, in both languages. */
final class Codebook {
  private static final List<String> HEADER = List.of("column", "code", "meaning_ja", "meaning_en");

  /** What concerns all columns stands first, without a column. */
  private static final List<String> GENERAL = List.of("file", "unknown", "formulas", "waves");

  private final ResourceBundle japanese =
      ResourceBundle.getBundle("survey.messages", Locale.JAPANESE);
  private final ResourceBundle english =
      ResourceBundle.getBundle("survey.messages", Locale.ENGLISH);
  private final List<List<String>> rows = new ArrayList<>();

  private Codebook() {}

  /** Its rows, the first of which names the columns. */
  static List<List<String>> rows() {
    Codebook codebook = new Codebook();
    codebook.rows.add(HEADER);
    GENERAL.forEach(topic -> codebook.add("", "", "codebook." + topic));
    Columns.NAMES.forEach(codebook::addColumn);
    return codebook.rows;
  }

  private void addColumn(String column) {
    add(column, "", "codebook." + column);
    switch (column) {
      case "wave" -> addCodes(column, "wave", Wave.values());
      case "stop_business", "complain", "forgive_if_apologised", "not_bothered" ->
          addChosen(column);
      case "primary_choice" -> addCodes(column, "choice", Choice.values());
      case "age_group" -> addCodes(column, "age", AgeGroup.values());
      case "gender" -> addCodes(column, "gender", Gender.values());
      case "occupation" -> addCodes(column, "occupation", Occupation.values());
      case "comment_public" -> addCodes(column, "codebook.public", CommentPublication.values());
      case "status" ->
          addCodes(column, "codebook.status", Status.COUNTED, Status.FLAGGED, Status.EXCLUDED);
      default -> {
        // Has no codes.
      }
    }
  }

  private void addChosen(String column) {
    add(column, "1", "codebook.chosen.1");
    add(column, "0", "codebook.chosen.0");
    add(column, "(empty)", "codebook.chosen.unknown");
  }

  private void addCodes(String column, String item, Enum<?>... codes) {
    for (Enum<?> code : codes) {
      add(column, code.name(), item + "." + code.name());
    }
  }

  private void add(String column, String code, String key) {
    rows.add(List.of(column, code, japanese.getString(key), english.getString(key)));
  }
}
