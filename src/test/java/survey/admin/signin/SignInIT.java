package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.Admin;
import survey.Respondent;
import survey.RunningSurvey;
import survey.results.KnownSurvey;

/** Signing in and out over HTTP, as the survey ships. */
class SignInIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String ADDRESS = SURVEY.address();
  private static final String PASSWORD = SURVEY.adminPassword();

  @Test
  void leadsToWhereOneWantedToGoWithItsFilters() {
    Admin admin = Admin.at(ADDRESS);
    String login = Respondent.location(admin.get("admin/audit?kind=SIGN_IN&lang=en"));
    assertThat(login).isEqualTo("/login?to=%2Fadmin%2Faudit%3Fkind%3DSIGN_IN&lang=en");

    HttpResponse<String> signedIn =
        admin.post(
            "login?lang=en",
            Map.of(
                "to",
                Respondent.html(admin.get(login.substring(1)))
                    .expectFirst("[name=to]")
                    .attr("value"),
                "account",
                "admin",
                "password",
                PASSWORD));

    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(Respondent.location(signedIn)).isEqualTo("/admin/audit?kind=SIGN_IN&lang=en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example/admin/"})
  void leadsNowhereElse(String to) {
    HttpResponse<String> signedIn =
        Admin.at(ADDRESS).post("login", Map.of("to", to, "account", "admin", "password", PASSWORD));
    assertThat(Respondent.location(signedIn)).isEqualTo("/admin/");
  }

  @Test
  void keepsTheTokenFromScriptsAndOtherSites() {
    HttpResponse<String> signedIn = Admin.at(ADDRESS).signIn("admin", PASSWORD);
    List<String> cookies = signedIn.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(cookies.get(0))
        .matches("survey-admin=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
    // By which this browser is known when strangers guess: AttemptsIT.
    assertThat(cookies.get(1))
        .matches("survey-admin-device=[\\w.-]{66}; Max-Age=.*; Path=/; HttpOnly; SameSite=Strict");
    assertThat(signedIn.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void givesANewTokenEachTime() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    String first = admin.cookie();
    assertThat(admin.post("login", Map.of("account", "admin", "password", PASSWORD)).statusCode())
        .isEqualTo(303);
    assertThat(admin.cookie()).isNotEqualTo(first);
    assertThat(admin.isSignedIn()).isTrue();
  }

  @Test
  void endsTheSignInThatAnotherTakesThePlaceOf() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    String open = "select count(*) from admin_session";
    int before = Integer.parseInt(SURVEY.ask(open));
    admin.post("login", Map.of("account", "admin", "password", PASSWORD));
    assertThat(SURVEY.ask(open)).isEqualTo(String.valueOf(before));
  }

  @Test
  void keepsNoTokenInTheDatabase() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    String token = admin.cookie().split("=", 2)[1];
    assertThat(
            SURVEY.ask(
                "select count(*) from admin_session where token_hash = unhex(sha2('"
                    + token
                    + "', 256))"))
        .isEqualTo("1");
    assertThat(SURVEY.ask("select group_concat(token_hash) from admin_session"))
        .doesNotContain(token);
  }

  @ParameterizedTest
  @CsvSource({
    "admin,wrong",
    "Admin,right",
    "'admin ',right",
    "nobody,right",
    "nobody,wrong",
    "'',''",
    "admin,''"
  })
  void tellsNobodyWhetherNameOrPasswordIsWrong(String account, String password) {
    HttpResponse<String> refused =
        Admin.at(ADDRESS).signIn(account, password.equals("right") ? PASSWORD : password);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    var page = Respondent.html(refused);
    assertThat(page.expectFirst("#error-summary").text()).contains("アカウント名またはパスワードが正しくありません");
    assertThat(page.expectFirst("[name=account]").attr("value")).isEqualTo(account);
    assertThat(page.expectFirst("[name=password]").attr("value")).isEmpty();
    assertThat(refused.body()).doesNotContain(PASSWORD);
  }

  @Test
  void leadsOnWhoeverIsSignedIn() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    HttpResponse<String> login = admin.get("login?to=/admin/audit");
    assertThat(login.statusCode()).isEqualTo(303);
    assertThat(Respondent.location(login)).isEqualTo("/admin/audit");
  }

  @Test
  void leadsInWithoutTheLastSlash() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    HttpResponse<String> answer = admin.get("admin?lang=en");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Respondent.location(answer)).isEqualTo("/admin/?lang=en");
    HttpResponse<String> anonymous = Respondent.get(ADDRESS + "admin?lang=en");
    assertThat(anonymous.statusCode()).isEqualTo(303);
    assertThat(Respondent.location(anonymous)).isEqualTo("/login?lang=en");
  }

  @Test
  void endsWhenSigningOut() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    Admin sameCookie = admin.turnTo(ADDRESS);
    Admin elsewhere = Admin.signedIn(ADDRESS, PASSWORD);

    HttpResponse<String> signedOut = admin.signOut();

    assertThat(signedOut.statusCode()).isEqualTo(303);
    assertThat(signedOut.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("survey-admin=;")
                    .contains("Max-Age=0", "Path=/", "HttpOnly", "SameSite=Strict"));
    assertThat(Respondent.html(admin.get(Respondent.location(signedOut).substring(1))).text())
        .contains("ログアウトしました");
    assertThat(sameCookie.isSignedIn()).isFalse();
    assertThat(elsewhere.isSignedIn()).isTrue();
  }

  @Test
  void doesNotEndByALink() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    HttpResponse<String> answer = admin.get("admin/sign-out");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(admin.isSignedIn()).isTrue();
  }

  @Test
  void endsWhenLeftAlone() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    age(admin, "last_used_at", Duration.ofMinutes(29));
    assertThat(admin.isSignedIn()).isTrue();
    age(admin, "last_used_at", Duration.ofMinutes(31));
    assertThat(admin.isSignedIn()).isFalse();
  }

  @Test
  void endsAfterHalfADay() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    age(admin, "signed_in_at", Duration.ofHours(12).minusMinutes(1));
    assertThat(admin.isSignedIn()).isTrue();
    age(admin, "signed_in_at", Duration.ofHours(12).plusMinutes(1));
    assertThat(admin.isSignedIn()).isFalse();
  }

  @Test
  void forgetsWhatHasEnded() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    age(admin, "last_used_at", Duration.ofHours(1));
    Admin.signedIn(ADDRESS, PASSWORD);
    assertThat(SURVEY.ask("select count(*) from admin_session where token_hash = " + hash(admin)))
        .isEqualTo("0");
  }

  @Test
  void notesUseOnceAMinute() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    String used = "select last_used_at from admin_session where token_hash = " + hash(admin);
    String first = SURVEY.ask(used);
    assertThat(admin.isSignedIn()).isTrue();
    assertThat(SURVEY.ask(used)).isEqualTo(first);
    age(admin, "last_used_at", Duration.ofMinutes(2));
    assertThat(admin.isSignedIn()).isTrue();
    assertThat(SURVEY.ask(used)).isGreaterThan(first);
  }

  /** Lets a sign-in have begun, or been used last, so long ago. */
  private static void age(Admin admin, String column, Duration age) {
    SURVEY.tell(
        "update admin_session set "
            + column
            + " = utc_timestamp(6) - interval ? second where token_hash = "
            + hash(admin),
        age.toSeconds());
  }

  private static String hash(Admin admin) {
    return "unhex(sha2('" + admin.cookie().split("=", 2)[1] + "', 256))";
  }

  @Test
  void letsNoOtherAccountInWhateverItsRowSays() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    SURVEY.tell(
        """
        insert ignore into admin_account (name, password_hash, changed_at)
        select 'former', password_hash, changed_at from admin_account where name = 'admin'
        """);
    assertThat(Admin.at(ADDRESS).signIn("former", PASSWORD).statusCode()).isEqualTo(422);

    SURVEY.tell("update admin_session set account = 'former' where token_hash = " + hash(admin));
    assertThat(admin.isSignedIn()).isFalse();
  }

  @Test
  void renewsAHashThatWasMadeAtALowerCost() {
    String hash = "select password_hash from admin_account where name = 'admin'";
    SURVEY.tell(
        "update admin_account set password_hash = ? where name = 'admin'",
        Hashes.pbkdf2(PASSWORD, 1_000));

    Admin.signedIn(ADDRESS, PASSWORD);

    assertThat(SURVEY.ask(hash)).startsWith("PBKDF2WithHmacSHA256:600000:");
    Admin.signedIn(ADDRESS, PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin/responses.csv", "admin/export.zip"})
  void takesHttpBasicForDownloads(String download) {
    Admin script = Admin.at(ADDRESS);
    HttpResponse<String> anonymous = script.get(download);
    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(anonymous.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"survey\", charset=\"UTF-8\"");
    assertThat(anonymous.headers().firstValue("Set-Cookie")).isEmpty();

    assertThat(script.getWithBasic(download, "admin", "wrong").statusCode()).isEqualTo(401);
    HttpResponse<String> known = script.getWithBasic(download, "admin", PASSWORD);
    assertThat(known.statusCode()).isNotIn(401, 303);
    assertThat(known.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(Admin.signedIn(ADDRESS, PASSWORD).get(download).statusCode()).isNotIn(401, 303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin/", "admin/download", "admin/audit", "admin/settings", "admin/progress"})
  void takesHttpBasicForNothingElse(String page) {
    HttpResponse<String> answer = Admin.at(ADDRESS).getWithBasic(page, "admin", PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(Respondent.location(answer)).startsWith("/login");
  }

  @Test
  void standsInTheAuditLog() {
    String before = SURVEY.ask("select coalesce(max(id), 0) from audit_entry");
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    admin.signOut();
    admin.signIn("admin", "wrong");
    admin.signIn("nobody", "wrong");
    assertThat(
            SURVEY.ask(
                "select group_concat(concat(action, ' ', coalesce(account, '-')) order by id)"
                    + " from audit_entry where id > "
                    + before))
        .isEqualTo("SIGNED_IN admin,SIGNED_OUT admin,SIGN_IN_FAILED admin,SIGN_IN_FAILED -");
  }

  @Test
  void makesNoSessionOfTheServersOwn() {
    Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
    Stream.of("login", "admin/", "admin/settings", "admin/audit")
        .map(admin::get)
        .forEach(
            answer -> assertThat(answer.headers().map().toString()).doesNotContain("JSESSIONID"));
  }

  @Test
  void holdsOnEveryNodeUntilOneSignsOut() {
    try (RunningSurvey another = SURVEY.anotherNode()) {
      assertThat(another.output()).hasLineCount(1).doesNotContain("password");
      Admin admin = Admin.signedIn(ADDRESS, PASSWORD);
      Admin onTheOther = admin.turnTo(another.address());
      assertThat(onTheOther.isSignedIn()).isTrue();
      assertThat(onTheOther.signOut().statusCode()).isEqualTo(303);
      assertThat(admin.isSignedIn()).isFalse();
    }
  }
}
