package survey.admin.audit;

/** What an entry of the audit log tells of. */
public enum Action {
  SIGNED_IN,
  /** A wrong password, or a name that no account has. */
  SIGN_IN_FAILED,
  SIGNED_OUT,
  /** Which also ended every other sign-in of that account. */
  PASSWORD_CHANGED,
  DOWNLOAD_STARTED,
  DOWNLOAD_COMPLETED,
  /** The client went away, or the database did; what arrived is not whole. */
  DOWNLOAD_BROKEN,
  COMMENT_APPROVED,
  COMMENT_REFUSED,
  /** The decision was taken back; the comment waits for one again. */
  COMMENT_REOPENED,
  RESPONSE_EXCLUDED,
  RESPONSE_RESTORED,
  /** By its respondent, as is the next. */
  RESPONSE_CORRECTED,
  RESPONSE_WITHDRAWN,
  /** Because they were kept for as long as they may be. */
  COMMENTS_ERASED,
  /** The counts were compared with the rows, because somebody asked for it. */
  COUNTS_COMPARED,
  /** Counts that differed from the rows were put right. */
  COUNTS_REBUILT
}
