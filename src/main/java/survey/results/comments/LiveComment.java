package survey.results.comments;

import survey.questionnaire.AgeBand;

/**
 * A published comment of the LIVE wave.
 *
 * @param text letter for letter, line breaks as LF
 * @param band the age that it shows; null if none
 */
public record LiveComment(String text, AgeBand band) {}
