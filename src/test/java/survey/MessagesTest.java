package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import survey.admin.audit.Action;
import survey.admin.audit.Kind;
import survey.admin.export.Profile;
import survey.admin.moderation.Decision;
import survey.admin.moderation.Detector;
import survey.questionnaire.AgeBand;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;
import survey.response.CommentPublication;
import survey.response.ExclusionReason;
import survey.response.Status;

/** The words people read, in both languages. */
class MessagesTest {
  private final ResourceBundle japanese =
      ResourceBundle.getBundle("survey.messages", Locale.JAPANESE);
  private final ResourceBundle english =
      ResourceBundle.getBundle("survey.messages", Locale.ENGLISH);

  @Test
  void areThereInBothLanguages() {
    assertThat(japanese.keySet()).isEqualTo(english.keySet());
    assertThat(japanese.keySet())
        .allSatisfy(key -> assertThat(japanese.getString(key)).isNotBlank());
    assertThat(english.keySet()).allSatisfy(key -> assertThat(english.getString(key)).isNotBlank());
  }

  @Test
  void nameEveryCode() {
    Stream.of(
            codes("choice", Choice.values()),
            codes("age", AgeGroup.values()),
            codes("gender", Gender.values()),
            codes("occupation", Occupation.values()),
            codes("band", AgeBand.values()),
            codes("status", Status.COUNTED, Status.FLAGGED, Status.EXCLUDED),
            codes("publication", CommentPublication.values()),
            codes("exclusion", ExclusionReason.values()),
            codes("audit", Action.values()),
            codes("audit.kind", Kind.values()),
            codes("decided", Decision.values()),
            codes("exclusion", ExclusionReason.values()),
            codes("publication", CommentPublication.values()),
            codes("review.detector", Detector.values()),
            codes("download.profile", Profile.values()),
            codes("download.profile.note", Profile.values()))
        .flatMap(codes -> codes)
        .forEach(key -> assertThat(japanese.containsKey(key)).as(key).isTrue());
  }

  private static Stream<String> codes(String field, Enum<?>... constants) {
    return Arrays.stream(constants).map(constant -> field + "." + constant.name());
  }

  @Test
  void askTheSourcesQuestionWithTheSourcesChoices() {
    assertThat(japanese.getString("question")).isEqualTo("自分の情報が漏らされた!管理責任のある企業にどう対応する?");
    assertThat(Arrays.stream(Choice.values()).map(choice -> japanese.getString("choice." + choice)))
        .containsExactly("取引をやめる", "クレームを入れる", "謝罪があれば許す", "特に何とも思わない");
  }

  @Test
  void askTheSameInTheHeadingAsInTheTitle() {
    for (ResourceBundle messages : new ResourceBundle[] {japanese, english}) {
      assertThat(messages.getString("question.1") + messages.getString("question.2"))
          .isEqualTo(messages.getString("question"));
    }
  }

  @Test
  void nameWavesAsTheyAre() {
    assertThat(japanese.getString("wave.ORIGINAL")).isEqualTo("元の調査");
    assertThat(japanese.getString("wave.LIVE")).isEqualTo("今回の調査");
  }

  @Test
  void nowhereClaimThatOpinionHasChanged() {
    assertThat(japanese.keySet())
        .filteredOn(key -> !key.startsWith("about.limits"))
        .noneSatisfy(key -> assertThat(japanese.getString(key)).containsPattern("変化|変わった"));
    assertThat(english.keySet())
        .filteredOn(key -> !key.startsWith("about.limits"))
        .noneSatisfy(key -> assertThat(english.getString(key)).containsIgnoringCase("changed"));
  }
}
