package survey.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.Admin;
import survey.Respondent;
import survey.results.KnownSurvey;

/** The dashboard's filters live in its address; what is wrong there is refused. */
class DashboardAddressIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String EVERYTHING =
      "wave=LIVE&choice=COMPLAIN&age=AGE_30S&gender=OTHER&occupation=STUDENT";

  private static Admin admin;

  @BeforeAll
  static void signIn() {
    admin = Admin.signedIn(SURVEY.address(), SURVEY.adminPassword());
  }

  private static Document page(String query) {
    HttpResponse<String> answer = admin.get("admin/" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return Respondent.html(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wave=NEXT|wave",
        "wave=live|wave",
        "choice=NONE|choice",
        "age=30|age",
        "gender=X|gender",
        "rows=AGE|rows",
        "rows=comment|rows",
        "columns=status|columns",
        "rows=age&columns=age|columns",
        "columns=age|columns",
        "wave=LIVE&wave=ORIGINAL|wave"
      })
  void refusesWhatIsWrongAndSaysWhereAtTheField(String query, String field) {
    HttpResponse<String> answer = admin.get("admin/?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = Respondent.html(answer);
    assertThat(page.select("#error-summary a").eachAttr("href")).containsExactly("#" + field);
    assertThat(page.select("#" + field + "-error").text()).isNotBlank();
    assertThat(page.title()).startsWith("エラー：");
    assertThat(page.select("main table, .ui-chart")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=COUNTED", "from=2026-11-01", "text=x", "publication=NO", "x=1"})
  void refusesFiltersThatItDoesNotHave(String query) {
    HttpResponse<String> answer = admin.get("admin/?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Respondent.html(answer).select("#error-summary li").text())
        .contains(query.split("=", 2)[0]);
  }

  @Test
  void saysWhatIsWrongInEnglishToo() {
    HttpResponse<String> answer = admin.get("admin/?rows=age&columns=age&lang=en");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Respondent.html(answer).select("#columns-error").text())
        .contains("another variable");
  }

  @Test
  void isForAdminsAlone() {
    HttpResponse<String> answer = Respondent.get(SURVEY.address() + "admin/?" + EVERYTHING);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/login?to=");
    assertThat(answer.body()).doesNotContain("<table");
  }

  @Test
  void keepsTheFiltersInItsFieldsAndLinks() {
    Document page = page("?" + EVERYTHING + "&rows=gender&columns=occupation");
    assertThat(page.select(".filters [selected]").eachAttr("value"))
        .containsExactly("LIVE", "COMPLAIN", "AGE_30S", "OTHER", "STUDENT", "gender", "occupation");
    assertThat(page.select(".onwards a").eachAttr("href"))
        .containsExactly(
            "/admin/responses?" + EVERYTHING, "/admin/download?wave=LIVE&choice=COMPLAIN");
    assertThat(page.select(".apply a").first().attr("href"))
        .isEqualTo("/admin/?rows=gender&columns=occupation");
    assertThat(page.select(".account [hreflang=en]").attr("href"))
        .isEqualTo("/admin/?" + EVERYTHING + "&rows=gender&columns=occupation&lang=en");
  }

  @Test
  void takesTheOtherVariableWhereOneIsGiven() {
    assertThat(
            page("?rows=choice").select("#rows [selected], #columns [selected]").eachAttr("value"))
        .containsExactly("choice", "age");
    assertThat(page("?rows=gender&columns=&wave=").select("#columns [selected]").attr("value"))
        .isEqualTo("choice");
  }

  @Test
  void saysWhatTheDaysAndThePublisherDoNotKnow() {
    Document all = page("");
    assertThat(all.select("#days tbody tr")).isNotEmpty();
    assertThat(all.select("#mentions tbody tr").eachText().get(1)).contains("54.0% 54人");
    Document women = page("?gender=FEMALE");
    assertThat(women.select("#days")).isEmpty();
    assertThat(women.select("#course-heading + .notice").text())
        .startsWith("日ごとの集計は、年代・性別・職業とは組み合わせていません。");
    assertThat(women.select("#course-heading + .notice a").attr("href"))
        .isEqualTo("/admin/download");
    assertThat(women.select("#mentions td:nth-child(2)").eachText())
        .isEqualTo(List.of("—", "—", "—", "—"));
    assertThat(page("?wave=ORIGINAL").select("#course-heading + .notice").text())
        .contains("公表されていない");
  }

  @Test
  void hasATableWithTheNumbersOfEveryChart() {
    for (String query : List.of("", "?wave=ORIGINAL&rows=age&columns=occupation", "?age=AGE_20S")) {
      Document page = page(query);
      assertThat(page.select("[data-chart]")).hasSameSizeAs(page.select(".ui-chart"));
      page.select("[data-chart]")
          .forEach(
              table ->
                  assertThat(page.getElementById(table.attr("data-chart") + "-chart"))
                      .as(table.id())
                      .isNotNull());
    }
  }

  @Test
  void loadsNothingThatItsChartsDoNotNeed() {
    assertThat(page("").select("script[src]").eachAttr("src"))
        .anySatisfy(src -> assertThat(src).contains("chart/chart.js"))
        .noneSatisfy(src -> assertThat(src).contains("moment"));
  }
}
