package survey.questionnaire;

/** What a respondent would do about the company; several may be chosen. In the question's order. */
public enum Choice {
  STOP_BUSINESS,
  COMPLAIN,
  FORGIVE_IF_APOLOGISED,
  NOT_BOTHERED;

  /**
   * Whether choosing it rules out the others. The form says so; the original survey's publisher
   * does not.
   */
  public boolean isExclusive() {
    return this == NOT_BOTHERED;
  }
}
