package survey.response;

/** Whether a response counts. */
public enum Status {
  COUNTED,
  /** Suspicious, and counted. */
  FLAGGED,
  /** Taken out by an admin, with a reason. */
  EXCLUDED,
  /** Taken back by its respondent; a bare row stays. */
  WITHDRAWN
}
