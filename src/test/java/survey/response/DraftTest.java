package survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

class DraftTest {
  private final Map<String, String[]> posted =
      new TreeMap<>(
          Map.of(
              "choice", new String[] {"STOP_BUSINESS", "COMPLAIN"},
              "primary", new String[] {"COMPLAIN"},
              "age", new String[] {"AGE_30S"},
              "gender", new String[] {"FEMALE"},
              "occupation", new String[] {"PART_TIME"},
              "comment", new String[] {"説明がほしい"},
              "comment_public", new String[] {"1"}));

  private Draft posted(String field, String... values) {
    if (values.length == 0) {
      posted.remove(field);
    } else {
      posted.put(field, values);
    }
    return Draft.of(posted);
  }

  private static void assertRefused(Draft draft, String field, String message) {
    assertThat(draft.problems())
        .extracting(Problem::field, Problem::message)
        .containsExactly(tuple(field, message));
  }

  @Test
  void becomesAnswers() {
    Draft draft = Draft.of(posted);

    assertThat(draft.problems()).isEmpty();
    assertThat(draft.answers().choices()).containsExactly(Choice.STOP_BUSINESS, Choice.COMPLAIN);
    assertThat(draft.answers().primary()).isEqualTo(Choice.COMPLAIN);
    assertThat(draft.answers().ageGroup()).isEqualTo(AgeGroup.AGE_30S);
    assertThat(draft.answers().gender()).isEqualTo(Gender.FEMALE);
    assertThat(draft.answers().occupation()).isEqualTo(Occupation.PART_TIME);
  }

  @Test
  void refusesACommentWhereNoneIsKeptAnyLonger() {
    assertThat(Draft.of(posted).problems(false))
        .extracting(Problem::field, Problem::message)
        .containsExactly(tuple("comment", "error.comment.expired"));
    assertThat(posted("comment", " ").problems(false)).isEmpty();
  }

  @Test
  void takesASingleChoiceForThePrimaryOne() {
    posted("choice", "FORGIVE_IF_APOLOGISED");
    Draft draft = posted("primary");

    assertThat(draft.problems()).isEmpty();
    assertThat(draft.answers().primary()).isEqualTo(Choice.FORGIVE_IF_APOLOGISED);
  }

  @Test
  void countsAChoiceThatCameTwiceOnce() {
    posted("primary");
    assertThat(posted("choice", "COMPLAIN", "COMPLAIN").problems()).isEmpty();
  }

  @Test
  void rejectsNoChoice() {
    posted("primary");
    assertRefused(posted("choice"), "choice", "error.choice.required");
  }

  @Test
  void rejectsNotBotheredBesideAnotherChoice() {
    assertRefused(posted("choice", "NOT_BOTHERED", "COMPLAIN"), "choice", "error.choice.exclusive");
  }

  @Test
  void rejectsSeveralChoicesWithoutAPrimaryOne() {
    assertRefused(posted("primary"), "primary", "error.primary.required");
  }

  @Test
  void rejectsAPrimaryChoiceThatWasNotChosen() {
    assertRefused(posted("primary", "NOT_BOTHERED"), "primary", "error.primary.notChosen");
  }

  @Test
  void rejectsTwoPrimaryChoices() {
    assertRefused(posted("primary", "COMPLAIN", "STOP_BUSINESS"), "primary", "error.foreign");
  }

  @Test
  void rejectsForeignCodes() {
    assertRefused(posted("choice", "COMPLAIN", "SUE"), "choice", "error.foreign");
    posted("choice", "COMPLAIN");
    assertRefused(posted("primary", "complain"), "primary", "error.foreign");
    posted("primary");
    assertRefused(posted("age", "AGE_90S"), "age", "error.foreign");
    posted("age", "NO_ANSWER");
    assertRefused(posted("gender", "女性"), "gender", "error.foreign");
    posted("gender", "NO_ANSWER");
    assertRefused(posted("occupation", "0"), "occupation", "error.foreign");
    posted("occupation", "NO_ANSWER");
    assertRefused(posted("comment_public", "yes"), "comment_public", "error.foreign");
  }

  @Test
  void rejectsMissingDemographics() {
    assertRefused(posted("age"), "age", "error.age.required");
    posted("age", "AGE_20S");
    assertRefused(posted("gender", ""), "gender", "error.gender.required");
    posted("gender", "MALE");
    assertRefused(posted("occupation"), "occupation", "error.occupation.required");
  }

  @Test
  void rejectsALongCommentAndSaysHowLongItIs() {
    Draft draft = posted("comment", "𠮷".repeat(1_001));

    assertRefused(draft, "comment", "error.comment.long");
    assertThat(draft.problems().get(0).detail()).isEqualTo(1_001);
  }

  @Test
  void acceptsACommentOfAThousandCodePointsWithLineBreaksCountedOnce() {
    assertThat(posted("comment", "😀".repeat(998) + "\r\n\r").problems()).isEmpty();
  }

  @Test
  void listsProblemsInTheFormsOrder() {
    posted.clear();
    assertThat(Draft.of(posted).problems())
        .extracting(Problem::field)
        .containsExactly("choice", "age", "gender", "occupation");
  }

  @Test
  void storesNoBlankComment() {
    Draft draft = posted("comment", " \t\n\u3000\u00A0");

    assertThat(draft.commentOrNull()).isNull();
    assertThat(draft.publication()).isEqualTo(CommentPublication.NO);
    assertThat(posted("comment", " ".repeat(1_001)).problems()).isEmpty();
  }

  @Test
  void publishesOnlyWhatWasOffered() {
    assertThat(posted("comment_public").publication()).isEqualTo(CommentPublication.NO);
    assertThat(posted("comment_public", "1").publication()).isEqualTo(CommentPublication.REQUESTED);
  }
}
