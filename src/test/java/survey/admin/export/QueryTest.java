package survey.admin.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.admin.selection.Problem;
import survey.admin.selection.Selection;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Status;

/** What a download's address asks for. */
class QueryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static Query query(String... pairs) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (String pair : pairs) {
      String[] nameAndValue = pair.split("=", 2);
      parameters.merge(
          nameAndValue[0],
          new String[] {nameAndValue[1]},
          (first, more) -> {
            String[] all = Arrays.copyOf(first, first.length + 1);
            all[first.length] = more[0];
            return all;
          });
    }
    return Query.of(parameters);
  }

  @Test
  void asksForEverythingUnlessItSaysOtherwise() {
    Query all = query();
    assertThat(all.problems()).isEmpty();
    assertThat(all.selection()).isEqualTo(Selection.ALL);
    assertThat(all.selection().query()).isEmpty();
    assertThat(all.profile()).isEqualTo(Profile.SPREADSHEET);
    assertThat(all.download()).isEmpty();
  }

  @Test
  void readsEveryFilter() {
    UUID id = UUID.randomUUID();
    Query asked =
        query(
            "status=EXCLUDED",
            "choice=NOT_BOTHERED",
            "to=2026-11-24",
            "from=2026-11-23",
            "wave=LIVE",
            "profile=raw",
            "lang=en",
            "download=" + id);
    assertThat(asked.problems()).isEmpty();
    assertThat(asked.selection())
        .isEqualTo(
            new Selection(Wave.LIVE, DAY, DAY.plusDays(1), Choice.NOT_BOTHERED, Status.EXCLUDED));
    assertThat(asked.selection().query())
        .isEqualTo("wave=LIVE&from=2026-11-23&to=2026-11-24&choice=NOT_BOTHERED&status=EXCLUDED");
    assertThat(asked.profile()).isEqualTo(Profile.RAW);
    assertThat(asked.download()).contains(id);
  }

  @Test
  void takesBlankFieldsOfAFormForNone() {
    Query asked = query("wave=", "from=", "to= ", "choice=", "status=", "profile=", "download=");
    assertThat(asked.problems()).isEmpty();
    assertThat(asked.selection()).isEqualTo(Selection.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wave=live",
        "wave=ALL",
        "wave= LIVE",
        "from=2026-02-30",
        "from=2026-11-23T00:00",
        "from=20261123",
        "from=23.11.2026",
        "from=+12026-11-23",
        "from=1969-12-31",
        "from=２０２６-１１-２３",
        "to=tomorrow",
        "choice=SUE",
        "choice=COMPLAIN,STOP_BUSINESS",
        "status=counted",
        "profile=RAW",
        "profile=excel",
        "download=1-1-1-1-1",
        "download=x",
        "format=csv",
        "Wave=LIVE",
        "=x"
      })
  void namesTheParameterThatIsBad(String bad) {
    Query asked = query(bad);
    assertThat(asked.problems())
        .extracting(Problem::parameter)
        .containsExactly(bad.substring(0, bad.indexOf('=')));
    assertThatThrownBy(asked::selection).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wave", "from", "profile", "lang", "download"})
  void refusesAParameterThatComesTwice(String name) {
    assertThat(query(name + "=", name + "=").problems())
        .containsExactly(new Problem(name, "filter.problem.repeated"));
  }

  @Test
  void refusesDaysThatEndBeforeTheyBegin() {
    assertThat(query("from=2026-11-23", "to=2026-11-22").problems())
        .containsExactly(new Problem("to", "filter.problem.before"));
    assertThat(query("from=2026-11-23", "to=2026-11-23").problems()).isEmpty();
  }

  @Test
  void saysWhatIsWrongInBothLanguages() {
    for (Locale language : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
      ResourceBundle messages = ResourceBundle.getBundle("survey.messages", language);
      assertThat(
              query("wave=x", "from=x", "x=1", "lang=", "lang=").problems().stream()
                  .map(problem -> problem.sentence(messages)))
          .hasSize(4)
          .allSatisfy(
              sentence -> assertThat(sentence).containsPattern("^(wave|from|x|lang)(: |：).+"));
    }
  }

  @ParameterizedTest
  @CsvSource({"ORIGINAL,true,false", "LIVE,false,true"})
  void leavesTheOriginalWaveOutWhereDaysAreSelected(Wave wave, boolean original, boolean live) {
    assertThat(query("wave=" + wave).selection().includes(Wave.ORIGINAL)).isEqualTo(original);
    assertThat(query("wave=" + wave).selection().includes(Wave.LIVE)).isEqualTo(live);
    assertThat(query("wave=" + wave, "to=2026-11-23").selection().includes(Wave.ORIGINAL))
        .isFalse();
    assertThat(query("from=2026-11-23").selection().includes(Wave.LIVE)).isTrue();
  }

  @Test
  void selectsNoneOfTheWithdrawn() {
    assertThat(query().selection().statuses())
        .containsExactly(Status.COUNTED, Status.FLAGGED, Status.EXCLUDED);
    assertThat(query("status=WITHDRAWN").selection().statuses()).isEmpty();
  }
}
