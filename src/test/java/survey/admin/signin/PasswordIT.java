package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import survey.Admin;
import survey.Respondent;
import survey.RunningSurvey;

/** Which password is the admin's, from the first start on. */
class PasswordIT {
  private static final String CHANGED = "ひとつの長い言葉です。😀";
  private static final String GIVEN = "a password of the ${configuration}";

  /** One life of a survey: each start takes its time. */
  @Test
  void isMadeThenChangedThenGiven() throws IOException {
    Path home = RunningSurvey.freshHome("password");
    String made;
    Admin here;
    try (RunningSurvey first = RunningSurvey.startedAt(home, Map.of())) {
      made = first.adminPassword();
      assertThat(first.output()).hasLineCount(2).containsOnlyOnce(made).contains("\"admin\"");
      here = Admin.signedIn(first.address(), made);
      refusesWhatIsWrong(here, made);
      change(here, Admin.signedIn(first.address(), made), made);
      assertThatNoLogKnows(home, made, CHANGED);
    }

    try (RunningSurvey second = RunningSurvey.startedAt(home, Map.of())) {
      assertThat(second.output()).hasLineCount(1);
      here = here.turnTo(second.address());
      assertThat(here.isSignedIn()).isTrue();
      assertThat(Admin.at(second.address()).signIn("admin", made).statusCode()).isEqualTo(422);
      assertThat(Admin.at(second.address()).signIn("admin", CHANGED).statusCode()).isEqualTo(303);
    }

    try (RunningSurvey third =
        RunningSurvey.startedAt(home, Map.of("SURVEY_ADMIN_PASSWORD", GIVEN))) {
      assertThat(third.output()).hasLineCount(1);
      assertThat(here.turnTo(third.address()).isSignedIn()).isFalse();
      assertThat(Admin.at(third.address()).signIn("admin", CHANGED).statusCode()).isEqualTo(422);
      offersNoChange(Admin.signedIn(third.address(), GIVEN));
      assertThatNoLogKnows(home, made, CHANGED, GIVEN);
    }
  }

  private static void refusesWhatIsWrong(Admin admin, String current) {
    HttpResponse<String> refused =
        admin.send("admin/settings", passwords("not the current one", CHANGED, CHANGED));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Respondent.html(refused).select(".error").eachText())
        .containsExactly("現在のパスワードが正しくありません");
    assertThat(refused.body()).doesNotContain(CHANGED);

    HttpResponse<String> shortOne =
        admin.send("admin/settings", passwords(current, "short", "short"));
    assertThat(shortOne.statusCode()).isEqualTo(422);
    assertThat(Respondent.html(shortOne).select(".error").eachText())
        .containsExactly("新しいパスワードは12文字以上で入力してください");
    assertThat(admin.isSignedIn()).isTrue();
  }

  private static void change(Admin here, Admin elsewhere, String current) {
    String before = here.cookie();
    HttpResponse<String> done = here.send("admin/settings", passwords(current, CHANGED, CHANGED));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(Respondent.html(here.get(Respondent.location(done).substring(1))).text())
        .contains("パスワードを変更しました");
    assertThat(here.cookie()).isNotEqualTo(before);
    assertThat(elsewhere.isSignedIn()).isFalse();
  }

  private static void offersNoChange(Admin admin) {
    var page = Respondent.html(admin.get("admin/settings"));
    assertThat(page.select("[type=password]")).isEmpty();
    assertThat(page.text()).contains("SURVEY_ADMIN_PASSWORD");
    String csrf = new Token(admin.cookie().split("=", 2)[1]).csrf();
    HttpResponse<String> posted =
        admin.post(
            "admin/settings",
            Map.of("csrf", csrf, "current", GIVEN, "password", CHANGED, "again", CHANGED));
    assertThat(posted.statusCode()).isEqualTo(409);
    assertThat(admin.isSignedIn()).isTrue();
  }

  private static Map<String, String> passwords(String current, String next, String again) {
    return Map.of("current", current, "password", next, "again", again);
  }

  private static void assertThatNoLogKnows(Path home, String... secrets) throws IOException {
    List<Path> logs;
    try (Stream<Path> files = Files.walk(home.resolve("log"))) {
      logs = files.filter(Files::isRegularFile).toList();
    }
    assertThat(logs).isNotEmpty();
    for (Path log : logs) {
      assertThat(new String(Files.readAllBytes(log), UTF_8)).doesNotContain(secrets);
    }
  }
}
