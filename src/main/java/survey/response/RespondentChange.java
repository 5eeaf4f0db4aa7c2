package survey.response;

/**
 * A respondent has corrected or withdrawn their own response; part of the transaction that did it.
 *
 * @param response as it is now
 */
public record RespondentChange(Response response) {}
