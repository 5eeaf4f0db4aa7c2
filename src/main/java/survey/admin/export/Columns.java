package survey.admin.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/** The columns of a file, and what stands in them. */
final class Columns {
  /** As the first row names them. */
  static final List<String> NAMES =
      List.of(
          "response_id",
          "original_no",
          "wave",
          "submitted_at_utc",
          "submitted_at_jst",
          "stop_business",
          "complain",
          "forgive_if_apologised",
          "not_bothered",
          "primary_choice",
          "primary_choice_label",
          "age_group",
          "age_group_label",
          "gender",
          "gender_label",
          "occupation",
          "occupation_label",
          "comment",
          "comment_public",
          "status");

  /**
   * What is read of a response. Times come as texts: the driver takes as long to read and write a
   * date and time as for all the rest.
   */
  static final String SQL =
      """
      id, original_no, wave, cast(submitted_at as char), cast(submitted_at + interval 9 hour as char),
      stop_business, complain, forgive_if_apologised, not_bothered,
      primary_choice, age_group, gender, occupation, comment, comment_public, status
      """;

  static final int ID = 1;
  static final int SUBMITTED_AT = 4;
  private static final int SUBMITTED_AT_IN_JAPAN = 5;
  private static final int PRIMARY_CHOICE = 10;
  private static final int AGE_GROUP = 11;
  private static final int GENDER = 12;
  private static final int OCCUPATION = 13;
  private static final int COMMENT = 14;
  private static final int STATUS = 16;

  private final UnaryOperator<String> text;
  private final Map<String, String> choices = labels("choice", Choice.values());
  private final Map<String, String> ageGroups = labels("age", AgeGroup.values());
  private final Map<String, String> genders = labels("gender", Gender.values());
  private final Map<String, String> occupations = labels("occupation", Occupation.values());
  private final String[] cells = new String[NAMES.size()];
  private int filled;

  /**
   * @param text makes a text fit for those whom the file is for
   */
  Columns(UnaryOperator<String> text) {
    this.text = text;
  }

  /** The words of the form, as respondents of this survey read them. */
  private static Map<String, String> labels(String item, Enum<?>... codes) {
    ResourceBundle messages = ResourceBundle.getBundle("survey.messages", Locale.JAPANESE);
    Map<String, String> labels = new HashMap<>();
    for (Enum<?> code : codes) {
      labels.put(code.name(), messages.getString(item + "." + code.name()));
    }
    return labels;
  }

  /** A response's cells, null where nothing is known; valid until the next response is read. */
  String[] cells(ResultSet response) throws SQLException {
    filled = 0;
    for (int column = ID; column <= STATUS; column++) {
      String value = response.getString(column);
      switch (column) {
        case SUBMITTED_AT -> add(moment(value, "Z"));
        case SUBMITTED_AT_IN_JAPAN -> add(moment(value, "+09:00"));
        case PRIMARY_CHOICE -> addLabelled(value, choices);
        case AGE_GROUP -> addLabelled(value, ageGroups);
        case GENDER -> addLabelled(value, genders);
        case OCCUPATION -> addLabelled(value, occupations);
        case COMMENT -> add(value == null ? null : text.apply(value));
        default -> add(value);
      }
    }
    return cells;
  }

  private void add(String value) {
    cells[filled++] = value;
  }

  private void addLabelled(String code, Map<String, String> labels) {
    add(code);
    add(labels.get(code));
  }

  /** As {@code 2026-11-23T04:05:06.123456Z}, from what the database writes. */
  private static String moment(String stored, String offset) {
    return stored == null ? null : stored.replace(' ', 'T').concat(offset);
  }
}
