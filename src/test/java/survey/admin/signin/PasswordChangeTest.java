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
  @ValueSource(strings = {GOOD, "aaaaaaaaaaaa", "            ", "correct horse battery"})
  void takesAnythingThatIsLong(String password) {
    assertThat(problems(password, password)).isEmpty();
  }

  @Test
  void takesAsLongAsCanBeTyped() {
    assertThat(problems("x".repeat(1_000), "x".repeat(1_000))).isEmpty();
    assertThat(problems("x".repeat(1_001), "x".repeat(1_001)))
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
