package survey.response;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * What a respondent typed, right or wrong, as it was posted. The one place where a form is checked:
 * it either has problems or becomes {@link Answers}. Single-valued fields are empty where nothing
 * was posted.
 */
public record Draft(
    List<String> choices,
    String primary,
    String age,
    String gender,
    String occupation,
    String comment,
    String commentPublic) {

  static final Draft EMPTY = new Draft(List.of(), "", "", "", "", "", "");

  /**
   * The draft in a request's parameters. A field that came twice keeps both values and so is no
   * valid code.
   */
  static Draft of(Map<String, String[]> parameters) {
    return new Draft(
        List.of(parameters.getOrDefault("choice", new String[0])),
        single(parameters, "primary"),
        single(parameters, "age"),
        single(parameters, "gender"),
        single(parameters, "occupation"),
        Comment.normalise(single(parameters, "comment")),
        single(parameters, "comment_public"));
  }

  /** What a response says, as its form had it. */
  static Draft of(Response response) {
    return new Draft(
        response.getChoices().stream().map(Choice::name).toList(),
        // A single choice needs none; left empty, none is left over when another takes its place.
        response.getChoices().size() == 1 ? "" : response.getPrimaryChoice().name(),
        response.getAgeGroup().name(),
        response.getGender().name(),
        response.getOccupation().name(),
        Objects.requireNonNullElse(response.getComment(), ""),
        response.getCommentPublic() == CommentPublication.NO ? "" : "1");
  }

  /** Whether this and another, both without problems, are the same answers. */
  boolean saysTheSameAs(Draft other) {
    return answers().equals(other.answers())
        && Objects.equals(commentOrNull(), other.commentOrNull())
        && publication() == other.publication();
  }

  /** The value of a field; several with commas between, empty where there is none. */
  static String single(Map<String, String[]> parameters, String name) {
    return String.join(",", parameters.getOrDefault(name, new String[0]));
  }

  /** What is wrong with a new form, in its order; empty if it can be accepted. */
  List<Problem> problems() {
    return problems(true);
  }

  /**
   * What is wrong, in the form's order; empty if the form can be accepted.
   *
   * @param mayHaveComment whether comments are kept for as long as the response is old
   */
  List<Problem> problems(boolean mayHaveComment) {
    List<Problem> problems = new ArrayList<>();
    choiceProblem().map(message -> new Problem("choice", message)).ifPresent(problems::add);
    if (problems.isEmpty()) {
      primaryProblem().map(message -> new Problem("primary", message)).ifPresent(problems::add);
    }
    if (!mayHaveComment && commentOrNull() != null) {
      problems.add(new Problem("comment", "error.comment.expired"));
    } else if (Comment.length(comment) > Comment.MAX_LENGTH) {
      problems.add(new Problem("comment", "error.comment.long", Comment.length(comment)));
    }
    if (!Set.of("", "1").contains(commentPublic)) {
      problems.add(new Problem("comment_public", "error.foreign"));
    }
    demographicProblem("age", age, AgeGroup.class).ifPresent(problems::add);
    demographicProblem("gender", gender, Gender.class).ifPresent(problems::add);
    demographicProblem("occupation", occupation, Occupation.class).ifPresent(problems::add);
    return problems;
  }

  private Optional<String> choiceProblem() {
    if (choices.isEmpty()) {
      return Optional.of("error.choice.required");
    }
    if (!choices.stream().allMatch(code -> isCode(Choice.class, code))) {
      return Optional.of("error.foreign");
    }
    return Answers.isContradictory(chosen())
        ? Optional.of("error.choice.exclusive")
        : Optional.empty();
  }

  private Optional<String> primaryProblem() {
    if (primary.isEmpty()) {
      return chosen().size() > 1 ? Optional.of("error.primary.required") : Optional.empty();
    }
    if (!isCode(Choice.class, primary)) {
      return Optional.of("error.foreign");
    }
    return chosen().contains(Choice.valueOf(primary))
        ? Optional.empty()
        : Optional.of("error.primary.notChosen");
  }

  private static <E extends Enum<E>> Optional<Problem> demographicProblem(
      String field, String code, Class<E> type) {
    if (code.isEmpty()) {
      return Optional.of(new Problem(field, "error." + field + ".required"));
    }
    return isCode(type, code) ? Optional.empty() : Optional.of(new Problem(field, "error.foreign"));
  }

  private static <E extends Enum<E>> boolean isCode(Class<E> type, String code) {
    return Stream.of(type.getEnumConstants()).anyMatch(constant -> constant.name().equals(code));
  }

  private Set<Choice> chosen() {
    return choices.stream()
        .map(Choice::valueOf)
        .collect(toCollection(() -> EnumSet.noneOf(Choice.class)));
  }

  /**
   * The closed answers of a draft without problems.
   *
   * @throws IllegalArgumentException if there are problems
   */
  Answers answers() {
    Set<Choice> chosen = chosen();
    return new Answers(
        chosen,
        primary.isEmpty() ? chosen.iterator().next() : Choice.valueOf(primary),
        AgeGroup.valueOf(age),
        Gender.valueOf(gender),
        Occupation.valueOf(occupation));
  }

  /** The comment to store, or null where there is none. */
  String commentOrNull() {
    return Comment.isBlank(comment) ? null : comment;
  }

  /**
   * What becomes of the comment: only a comment that is there and was offered may ever be
   * published.
   */
  CommentPublication publication() {
    return commentPublic.equals("1") && !Comment.isBlank(comment)
        ? CommentPublication.REQUESTED
        : CommentPublication.NO;
  }
}
