package survey.results.comments;

import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * A comment of the original wave.
 *
 * @param number its place in the source, 1 to 100
 * @param choice the one it is listed under
 * @param text letter for letter, line breaks as LF
 */
public record OriginalComment(
    int number,
    Choice choice,
    AgeGroup ageGroup,
    Gender gender,
    Occupation occupation,
    String text) {}
