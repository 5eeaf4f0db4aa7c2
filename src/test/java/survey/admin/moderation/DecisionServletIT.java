package survey.admin.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.Admin;
import survey.Respondent;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** Decisions as they come over HTTP, and what the page says that they lead back to. */
class DecisionServletIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String PATH = "admin/decisions";

  private static Admin admin;
  private String id;

  @BeforeEach
  void open() {
    if (admin == null) {
      admin = Admin.signedIn(SURVEY.address(), SURVEY.adminPassword());
    }
    forget();
    SURVEY.add(Instant.now(), "COUNTED", Choice.COMPLAIN, "説明がほしい", "REQUESTED", null);
    id = SURVEY.ask("select max(id) from response");
  }

  @AfterEach
  void forget() {
    SURVEY.tell("delete from response where wave = 'LIVE'");
    SURVEY.tell("delete from tally where wave = 'LIVE'");
  }

  /** What the page's own form would send, with these fields instead; a null one is left out. */
  private Map<String, String> fields(String... others) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("csrf", admin.csrf());
    fields.put("decision", "APPROVE");
    fields.put("response", id + "-0");
    fields.put("to", "/admin/comments");
    for (int i = 0; i < others.length; i += 2) {
      fields.put(others[i], others[i + 1]);
      fields.values().removeIf(value -> value == null);
    }
    return fields;
  }

  private String state() {
    return SURVEY.ask(
        "select concat(status, ' ', comment_public, ' ', version) from response where id = " + id);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void leadBackToThePageAndTellWhatBecameOfThem() {
    assertThat(location(admin.post(PATH, fields())))
        .isEqualTo("/admin/comments?decision=APPROVE&done=" + id);
    assertThat(state()).isEqualTo("COUNTED APPROVED 1");
    assertThat(location(admin.post(PATH, fields("decision", "REFUSE"))))
        .isEqualTo("/admin/comments?decision=REFUSE&outdated=" + id);
    assertThat(location(admin.post(PATH, fields("decision", "RESTORE", "response", id + "-1"))))
        .isEqualTo("/admin/comments?decision=RESTORE&impossible=" + id);
    assertThat(
            location(
                admin.post(
                    PATH + "?lang=en",
                    fields(
                        "decision", "EXCLUDE",
                        "reason", "TEST",
                        "response", id + "-1",
                        "to", "/admin/comments?publication=APPROVED"))))
        .isEqualTo("/admin/comments?publication=APPROVED&lang=en&decision=EXCLUDE&done=" + id);
    assertThat(state()).isEqualTo("EXCLUDED APPROVED 2");
  }

  @Test
  void areTakenFromNobodyElse() {
    assertThat(admin.post(PATH, fields("csrf", null)).statusCode()).isEqualTo(403);
    assertThat(admin.post(PATH, fields("csrf", "x")).statusCode()).isEqualTo(403);
    HttpResponse<String> stranger = Admin.at(SURVEY.address()).post(PATH, fields());
    assertThat(stranger.statusCode()).isIn(303, 401, 403);
    assertThat(stranger.headers().firstValue("Location").orElse("/login")).startsWith("/login");
    assertThat(admin.get(PATH).statusCode()).isEqualTo(405);
    assertThat(state()).isEqualTo("COUNTED REQUESTED 0");
  }

  @ParameterizedTest
  @CsvSource({
    "decision,",
    "decision,DELETE",
    "decision,approve",
    "response,",
    "response,1",
    "response,1-x",
    "response,1-0 2-0",
    "response,-1-0",
    "decision,EXCLUDE"
  })
  void thatAreMalformedAreAnsweredByAPageAndDoNothing(String field, String value) {
    HttpResponse<String> answer = admin.post(PATH, fields(field, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Respondent.html(answer).text()).contains("操作の内容が正しくありません");
    assertThat(state()).isEqualTo("COUNTED REQUESTED 0");
  }

  @Test
  void haveOneOfTheReasons() {
    for (String reason : new String[] {"", "BORED", "spam"}) {
      assertThat(admin.post(PATH, fields("decision", "EXCLUDE", "reason", reason)).statusCode())
          .isEqualTo(400);
    }
    assertThat(state()).isEqualTo("COUNTED REQUESTED 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/",
        "//example.com/admin/",
        "/results",
        "/admin/../results",
        "/admin/comments\r\nX-Injected: 1",
        "javascript:alert(1)",
        ""
      })
  void leadNowhereElse(String to) {
    HttpResponse<String> answer = admin.post(PATH, fields("to", to));
    assertThat(location(answer)).isEqualTo("/admin/?decision=APPROVE&done=" + id);
    assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
  }

  @Test
  void askBeforeSomethingLikePersonalDataIsPublishedWithoutScriptsToo() {
    SURVEY.tell("update response set comment = 'taro@example.com まで' where id = ?", id);
    String page = location(admin.post(PATH, fields())).substring(1);
    assertThat(page).isEqualTo("admin/comments?decision=APPROVE&unconfirmed=" + id);
    assertThat(state()).isEqualTo("COUNTED REQUESTED 0");

    var form = Respondent.html(admin.get(page)).expectFirst("form.decided");
    assertThat(form.text()).contains("まだ掲載していません", "回答 " + id, "メールアドレス");
    Map<String, String> confirmed = new LinkedHashMap<>();
    form.select("input").forEach(input -> confirmed.put(input.attr("name"), input.attr("value")));
    confirmed.put("decision", form.expectFirst("button").attr("value"));
    assertThat(location(admin.post(PATH, confirmed))).contains("&done=" + id);
    assertThat(state()).isEqualTo("COUNTED APPROVED 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "publication=NO",
        "publication=approved",
        "after=x",
        "after=999999999",
        "after=1",
        "wave=LIVE",
        "after=1&after=2",
        "at=0"
      })
  void cannotBeMadeWhereTheAddressIsWrong(String query) {
    HttpResponse<String> answer = admin.get("admin/comments?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Respondent.html(answer).select("#error-summary li")).isNotEmpty();
    assertThat(Respondent.html(answer).select(".item")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decision=APPROVE&done=1",
        "decision=APPROVE&done=%s",
        "decision=REOPEN&done=%s",
        "decision=APPROVE&unconfirmed=%s",
        "decision=EXCLUDE&unconfirmed=%s",
        "decision=EXCLUDE&outdated=999999999",
        "decision=EXCLUDE&already=999999999",
        "decision=EXCLUDE&impossible=0",
        "decision=EXCLUDE&failed=123456789012345678",
        "done=%s"
      })
  void areNotToldOfWhereAnAddressMadeThemUp(String query) {
    HttpResponse<String> answer = admin.get("admin/comments?" + query.formatted(id));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Respondent.html(answer).select(".decided, [data-severity]")).isEmpty();
  }

  @Test
  void areRefusedWhereTheyNameAResponseTwice() {
    String twice =
        "decision=REFUSE&csrf=%s&response=%2$s-0&response=%2$s-1".formatted(admin.csrf(), id);
    assertThat(admin.postBody(PATH, twice).statusCode()).isEqualTo(400);
    assertThat(state()).isEqualTo("COUNTED REQUESTED 0");
  }

  @Test
  void cannotBeUndoneByWhoCameSecondWithTheSame() {
    admin.post(PATH, fields("decision", "REFUSE"));
    Admin other = Admin.signedIn(SURVEY.address(), SURVEY.adminPassword());
    String page =
        location(other.post(PATH, fields("decision", "REFUSE", "csrf", other.csrf()))).substring(1);
    assertThat(page).isEqualTo("admin/comments?decision=REFUSE&already=" + id);
    var told = Respondent.html(other.get(page)).expectFirst(".decided");
    assertThat(told.text()).contains("先に同じ決定がされていた", "回答 " + id);
    assertThat(told.select("button")).isEmpty();
    assertThat(state()).isEqualTo("COUNTED REFUSED 1");
  }
}
