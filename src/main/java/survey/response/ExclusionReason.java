package survey.response;

/** Why an admin took a response out. */
public enum ExclusionReason {
  /** Advertising, or one of a flood. */
  SPAM,
  /** Somebody tried the form. */
  TEST,
  /** Its respondent answered before. */
  DUPLICATE,
  OTHER
}
