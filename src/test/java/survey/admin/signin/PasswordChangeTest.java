package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordChangeTest {
  private static final String ACCOUNT = "administrator";
  private static final String GOOD = "ひとつの長い言葉です。😀";

  @ParameterizedTest
  @ValueSource(strings = {GOOD, "correct horse battery", "7 wet umbrellas", "yonrinbashi no neko"})
  void takesAnythingThatIsLongAndNotSoonFound(String password) {
    assertThat(problems(password, password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa",
        "            ",
        "123456789012",
        "password1234",
        "qwertyuiop12",
        "unbelievable",
        "administrator1",
        "johoroei2026",
        "surveyadmin1"
      })
  void refusesWhatIsTriedFirst(String password) {
    assertThat(problems(password, password))
        .containsEntry("password", "settings.password.guessable");
  }

  @Test
  void takesAsLongAsCanBeTyped() {
    String long1000 = GOOD.repeat(100).substring(0, 1_000);
    assertThat(problems(long1000, long1000)).isEmpty();
    assertThat(problems(long1000 + "x", long1000 + "x"))
        .containsEntry("password", "settings.password.long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678901", "😀😀😀😀😀😀😀😀😀😀😀"})
  void refusesAShortOne(String password) {
    assertThat(problems(password, password)).containsEntry("password", "settings.password.short");
  }

  @Test
  void refusesTheAccountsName() {
    assertThat(problems("Administrator", "Administrator"))
        .containsEntry("password", "settings.password.account");
  }

  @Test
  void refusesTheCurrentOne() {
    assertThat(new PasswordChange(GOOD, GOOD, GOOD).problems(ACCOUNT))
        .containsEntry("password", "settings.password.same");
  }

  @Test
  void refusesTwoThatDiffer() {
    assertThat(problems(GOOD, GOOD + "x")).containsEntry("again", "settings.again.different");
  }

  @Test
  void asksForTheCurrentOne() {
    assertThat(new PasswordChange("", GOOD, GOOD).problems(ACCOUNT))
        .containsExactly(Map.entry("current", "settings.current.required"));
  }

  @Test
  void showsItselfInNoLog() {
    assertThat(new PasswordChange("old", "next", "again").toString())
        .doesNotContain("old", "next", "again");
  }

  private static Map<String, String> problems(String password, String again) {
    return new PasswordChange("the current one", password, again).problems(ACCOUNT);
  }
}
