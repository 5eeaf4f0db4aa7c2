package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses there are, and that there are no others. */
class AddressesIT {
  private static final String ADDRESS = RunningSurvey.shared().address();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "results",
        "about",
        "receipt",
        "thanks",
        "health/live",
        "health/ready",
        "api/results",
        "api/method",
        "api/results/crosstab?by=age&wave=LIVE"
      })
  void areThere(String path) {
    assertThat(Respondent.get(ADDRESS + path).statusCode()).isEqualTo(200);
    assertThat(Respondent.ask("HEAD", ADDRESS + path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index",
        "index.xhtml",
        "results.xhtml",
        "results.XHTML",
        "results.jsf",
        "results.faces",
        "faces/results",
        "faces/results.xhtml",
        "page",
        "error",
        "nowhere",
        "WEB-INF/web.xml",
        "WEB-INF/page.xhtml",
        "META-INF/persistence.xml",
        "health",
        "health/",
        "health/started",
        "metrics",
        "metrics/base",
        "openapi",
        "openapi-ui",
        "api",
        "api/application.wadl",
        "asadmin",
        "__asadmin",
        "management",
        "jakarta.faces.resource/faces.js?ln=jakarta.faces",
        "jakarta.faces.resource/theme.css?ln=primefaces-saga",
        "results/x",
        ";x=1",
        "db/V2__original_wave.sql"
      })
  void areNotThere(String path) {
    HttpResponse<String> answer = Respondent.get(ADDRESS + path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Payara").doesNotContain("java.");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,''",
    "DELETE,''",
    "OPTIONS,''",
    "POST,results",
    "POST,about",
    "POST,api/results",
    "POST,api/method",
    "POST,api/results/crosstab",
    "POST,api/results/stream",
    "DELETE,receipt"
  })
  void takeOnlyTheirOwnMethods(String method, String path) {
    HttpResponse<String> answer = Respondent.ask(method, ADDRESS + path);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "results", "about", "receipt", "thanks"})
  void haveNothingOfFacesToAttack(String path) {
    assertThat(Respondent.get(ADDRESS + path + "?jakarta.faces.ViewState=x").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "results", "about", "receipt", "thanks"})
  void loadNothingFromElsewhere(String path) {
    var page = Respondent.html(Respondent.get(ADDRESS + path));
    assertThat(
            page.select("[src], link[href], [action]").stream()
                .map(
                    element -> element.attr("src") + element.attr("href") + element.attr("action")))
        .allSatisfy(target -> assertThat(target).startsWith("/").doesNotStartWith("//"));
    assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]")).isEmpty();
    assertThat(page.select("link, script").outerHtml()).doesNotContain("primefaces");
  }

  @Test
  void sayThePlainestOfErrors() {
    var page = Respondent.html(Respondent.get(ADDRESS + "nowhere"));
    assertThat(page.expectFirst("h1").text()).isEqualTo("ページが見つかりません");
    assertThat(page.title()).startsWith("ページが見つかりません");
  }

  @Test
  void doNotNameTheServer() {
    assertThat(Respondent.get(ADDRESS).headers().map())
        .doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "results", "nowhere", "survey.css", "api/results", "api/method"})
  void allowNothingFromElsewhere(String path) {
    HttpResponse<String> answer = Respondent.get(ADDRESS + path);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void answerProgramsFromAnywhere() {
    assertThat(
            Respondent.get(ADDRESS + "api/results")
                .headers()
                .firstValue("Access-Control-Allow-Origin"))
        .contains("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "results", "nowhere", "api/results", "api/method", "health/live"})
  void answerWhateverAClientAccepts(String path) {
    int status = Respondent.get(ADDRESS + path).statusCode();
    for (String accept :
        List.of("text/html;q=x", ",,,;;;", "application/xhtml+xml", "image/png", "*")) {
      HttpResponse<String> answer = Respondent.getAccepting(ADDRESS + path, accept);
      assertThat(answer.statusCode()).as(accept).isEqualTo(status);
      assertThat(answer.body()).isNotBlank().doesNotContain("Payara");
    }
  }
}
