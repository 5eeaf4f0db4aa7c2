package survey.response;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * All closed answers of one response of the LIVE wave, known to be consistent.
 *
 * @param choices what was chosen: one or more, an exclusive one alone
 * @param primary the chosen one nearest to the respondent's feeling
 */
public record Answers(
    Set<Choice> choices, Choice primary, AgeGroup ageGroup, Gender gender, Occupation occupation) {

  /**
   * @throws IllegalArgumentException if the primary choice was not chosen, or an exclusive one
   *     stands beside another
   */
  public Answers {
    Objects.requireNonNull(ageGroup);
    Objects.requireNonNull(gender);
    Objects.requireNonNull(occupation);
    if (!choices.contains(primary)) {
      throw new IllegalArgumentException("the primary choice is not among the chosen");
    }
    if (isContradictory(choices)) {
      throw new IllegalArgumentException("an exclusive choice stands beside another");
    }
    choices = Collections.unmodifiableSet(EnumSet.copyOf(choices));
  }

  /** Whether an exclusive choice stands beside another one. */
  static boolean isContradictory(Set<Choice> choices) {
    return choices.size() > 1 && choices.stream().anyMatch(Choice::isExclusive);
  }
}
