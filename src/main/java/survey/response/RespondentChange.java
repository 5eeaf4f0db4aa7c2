package survey.response;

/**
 * A respondent has changed their own response; part of the transaction that did it.
 *
 * @param response as it is now
 */
public record RespondentChange(Response response, Kind kind) {
  /** What was done to it. */
  public enum Kind {
    CORRECTED,
    WITHDRAWN
  }
}
