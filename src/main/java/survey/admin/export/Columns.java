package survey.admin.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * The columns of a file, and what stands in them. Closed answers have some thousand combinations:
 * they are read as one column and taken apart once each.
 */
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

  /** As they are read of a response. */
  static final String SQL =
      """
      id, cast(submitted_at as char), original_no,
      concat(wave, ' ', ifnull(stop_business, ''), ' ', ifnull(complain, ''), ' ',
             ifnull(forgive_if_apologised, ''), ' ', ifnull(not_bothered, ''), ' ',
             primary_choice, ' ', age_group, ' ', gender, ' ', occupation),
      comment, comment_public, status
      """;

  static final int ID = 1;
  static final int SUBMITTED_AT = 2;
  private static final int ORIGINAL_NO = 3;
  private static final int CLOSED_ANSWERS = 4;
  private static final int COMMENT = 5;
  private static final int COMMENT_PUBLIC = 6;
  private static final int STATUS = 7;

  private static final ResourceBundle LABELS =
      ResourceBundle.getBundle("survey.messages", Locale.JAPANESE);
  private static final int WAVE_CELL = 2;
  private static final int UTC_CELL = 3;
  private static final int JAPAN_CELL = 4;
  private static final int CHOICES_CELL = 5;
  private static final int COMMENT_CELL = 17;

  private final UnaryOperator<String> profile;
  private final Moments moments = new Moments();
  private final Map<String, String[]> closedAnswers = new HashMap<>();
  private final String[] cells = new String[NAMES.size()];

  /**
   * @param profile makes a text fit for those whom the file is for
   */
  Columns(UnaryOperator<String> profile) {
    this.profile = profile;
  }

  /** A response's cells, null where nothing is known; valid until the next response is read. */
  String[] cells(ResultSet response) throws SQLException {
    String submittedAt = response.getString(SUBMITTED_AT);
    String[] closed =
        closedAnswers.computeIfAbsent(response.getString(CLOSED_ANSWERS), this::closedAnswers);
    String comment = response.getString(COMMENT);
    cells[0] = response.getString(ID);
    cells[1] = response.getString(ORIGINAL_NO);
    cells[WAVE_CELL] = closed[0];
    cells[UTC_CELL] = submittedAt == null ? null : Moments.utc(submittedAt);
    cells[JAPAN_CELL] = submittedAt == null ? null : moments.japan(submittedAt);
    System.arraycopy(closed, 1, cells, CHOICES_CELL, closed.length - 1);
    cells[COMMENT_CELL] = comment == null ? null : profile.apply(comment);
    cells[COMMENT_CELL + 1] = response.getString(COMMENT_PUBLIC);
    cells[COMMENT_CELL + 2] = response.getString(STATUS);
    return cells;
  }

  /** The wave, the four choices, and each further code with its label. */
  private String[] closedAnswers(String codes) {
    String[] parts = codes.split(" ", -1);
    return new String[] {
      parts[0],
      known(parts[1]),
      known(parts[2]),
      known(parts[3]),
      known(parts[4]),
      parts[5],
      label("choice", parts[5]),
      parts[6],
      label("age", parts[6]),
      parts[7],
      label("gender", parts[7]),
      parts[8],
      label("occupation", parts[8])
    };
  }

  private static String known(String choice) {
    return choice.isEmpty() ? null : choice;
  }

  private String label(String item, String code) {
    return profile.apply(LABELS.getString(item + "." + code));
  }
}
