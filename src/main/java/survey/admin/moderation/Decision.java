package survey.admin.moderation;

import java.util.Optional;
import java.util.stream.Stream;
import survey.admin.audit.Action;
import survey.response.CommentPublication;
import survey.response.Response;
import survey.response.Status;

/** What an admin can decide about a response. Forms and addresses have it by its name. */
public enum Decision {
  APPROVE(Action.COMMENT_APPROVED),
  REFUSE(Action.COMMENT_REFUSED),
  REOPEN(Action.COMMENT_REOPENED),
  EXCLUDE(Action.RESPONSE_EXCLUDED),
  RESTORE(Action.RESPONSE_RESTORED);

  private final Action action;

  Decision(Action action) {
    this.action = action;
  }

  /** The one of this name; none if there is no such decision. */
  static Optional<Decision> of(String name) {
    return Stream.of(values()).filter(decision -> decision.name().equals(name)).findFirst();
  }

  /** How the audit log calls it. */
  Action action() {
    return action;
  }

  /** Whether a response is as this decision leaves it. */
  boolean isSoOf(Response response) {
    return switch (this) {
      case APPROVE -> response.getCommentPublic() == CommentPublication.APPROVED;
      case REFUSE -> response.getCommentPublic() == CommentPublication.REFUSED;
      case REOPEN -> response.getCommentPublic() == CommentPublication.REQUESTED;
      case EXCLUDE -> response.getStatus() == Status.EXCLUDED;
      case RESTORE -> response.isCounted();
    };
  }

  /** The decision that takes this one back; none for those that take another back. */
  Optional<Decision> opposite() {
    return switch (this) {
      case APPROVE, REFUSE -> Optional.of(REOPEN);
      case EXCLUDE -> Optional.of(RESTORE);
      case REOPEN, RESTORE -> Optional.empty();
    };
  }
}
