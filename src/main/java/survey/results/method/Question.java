package survey.results.method;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * A question of the LIVE wave's form, in the very messages that the form shows.
 *
 * @param field the name under which the form posts the answer
 * @param text the message of the question
 * @param hints the messages of the instructions beside it
 * @param codes the message of each option by its code, in the form's order; none for free text
 */
public record Question(
    String field, String text, List<String> hints, List<Map.Entry<String, String>> codes) {

  /** All of them, in the form's order. */
  public static final List<Question> ALL =
      List.of(
          closed("choice", "choice", List.of("form.choice.hint"), Choice.values()),
          closed(
              "primary",
              "choice",
              List.of("form.primary.several"),
              Arrays.stream(Choice.values())
                  .filter(choice -> !choice.isExclusive())
                  .toArray(Choice[]::new)),
          new Question(
              "comment",
              "form.comment",
              List.of("form.comment.hint", "form.comment.max"),
              List.of()),
          new Question("comment_public", "form.public", List.of("form.public.hint"), List.of()),
          closed("age", "age", List.of("form.you.hint", "form.you.children"), AgeGroup.values()),
          closed("gender", "gender", List.of("form.gender.hint"), Gender.values()),
          closed("occupation", "occupation", List.of("form.occupation.hint"), Occupation.values()));

  private static Question closed(
      String field, String options, List<String> hints, Enum<?>... codes) {
    return new Question(
        field,
        "form." + field,
        hints,
        Arrays.stream(codes).map(code -> entry(code.name(), options + "." + code.name())).toList());
  }
}
