package survey.admin.audit;

import java.util.List;
import java.util.stream.Stream;

/** What the audit log can be narrowed to. Each action is of one kind. */
public enum Kind {
  SIGN_IN,
  DOWNLOAD,
  MODERATION,
  RESPONDENTS,
  RETENTION,
  COUNTS,
  SETTINGS;

  static Kind of(Action action) {
    return switch (action) {
      case SIGNED_IN, SIGN_IN_FAILED, SIGNED_OUT -> SIGN_IN;
      case DOWNLOAD_STARTED, DOWNLOAD_COMPLETED, DOWNLOAD_BROKEN -> DOWNLOAD;
      case COMMENT_APPROVED,
          COMMENT_REFUSED,
          COMMENT_REOPENED,
          RESPONSE_EXCLUDED,
          RESPONSE_RESTORED ->
          MODERATION;
      case RESPONSE_CORRECTED, RESPONSE_WITHDRAWN -> RESPONDENTS;
      case COMMENTS_ERASED -> RETENTION;
      case COUNTS_COMPARED, COUNTS_REBUILT -> COUNTS;
      case PASSWORD_CHANGED -> SETTINGS;
    };
  }

  /** The actions of this kind. */
  List<Action> actions() {
    return Stream.of(Action.values()).filter(action -> of(action) == this).toList();
  }
}
