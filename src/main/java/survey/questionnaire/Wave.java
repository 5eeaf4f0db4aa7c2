package survey.questionnaire;

/** A round of data collection. */
public enum Wave {
  /** The 100 published responses. */
  ORIGINAL,
  /** Everyone since. */
  LIVE
}
