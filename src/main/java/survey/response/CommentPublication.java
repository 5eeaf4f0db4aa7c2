package survey.response;

/** Whether a comment may be shown on the results page. */
public enum CommentPublication {
  NO,
  /** Its respondent agreed; an admin has yet to look. */
  REQUESTED,
  APPROVED,
  REFUSED
}
