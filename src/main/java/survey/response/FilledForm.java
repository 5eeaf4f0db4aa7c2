package survey.response;

import java.util.List;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * The questions as a page shows them: with what is typed, and what is wrong with it.
 *
 * @param problems in the form's order
 */
public record FilledForm(Draft draft, List<Problem> problems) {
  static final FilledForm BLANK = new FilledForm(Draft.EMPTY, List.of());

  /** What was posted, with what is wrong with it. */
  static FilledForm checked(Draft draft) {
    return checked(draft, true);
  }

  /**
   * What was posted, with what is wrong with it.
   *
   * @param mayHaveComment whether comments of that age are kept
   */
  static FilledForm checked(Draft draft, boolean mayHaveComment) {
    return new FilledForm(draft, draft.problems(mayHaveComment));
  }

  /** The problem at a field, or null. */
  public Problem problem(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .findFirst()
        .orElse(null);
  }

  /** The id of the input where a problem can be mended. */
  public String firstInput(Problem problem) {
    return switch (problem.field()) {
      case "choice" -> "choice-" + Choice.STOP_BUSINESS;
      case "primary" -> "primary-" + draft.choices().get(0);
      case "age" -> "age-" + AgeGroup.AGE_10S;
      case "gender" -> "gender-" + Gender.FEMALE;
      case "occupation" -> "occupation-" + Occupation.COMPANY_EMPLOYEE;
      default -> problem.field();
    };
  }
}
