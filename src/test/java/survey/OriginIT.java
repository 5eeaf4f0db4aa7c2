package survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Respondents' forms are taken from this site's own pages, and from clients that name none. */
class OriginIT {
  private static final RunningSurvey SURVEY = RunningSurvey.shared();
  private static final String ADDRESS = SURVEY.address();

  private static RawRequest.Answer post(String target, String header, String value, String fields) {
    return RawRequest.of("POST", target).with(header, value).posting(fields).sendTo(SURVEY.port());
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,null",
    "Origin,http://evil.example",
    "Origin,http://localhost:1",
    "Origin,%%",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site",
    "Sec-Fetch-Site,x"
  })
  void refusesFormsOfOtherSites(String header, String value) {
    String receipt = Respondent.receipt(Respondent.complaining(ADDRESS).send());
    int before = Respondent.count(ADDRESS);
    Respondent respondent = Respondent.complaining(ADDRESS);

    RawRequest.Answer form = post("/", header, value, respondent.encoded());
    RawRequest.Answer withdrawal =
        post("/receipt", header, value, "step=withdraw&receipt=" + receipt);

    assertThat(form.status()).isEqualTo(422);
    Document page = Jsoup.parse(form.body());
    assertThat(page.expectFirst("[name=key]").attr("value")).isNotEqualTo(respondent.key());
    assertThat(page.expectFirst("#comment").wholeText()).contains("説明がほしい");
    assertThat(page.select("input[checked]").eachAttr("value"))
        .contains("STOP_BUSINESS", "COMPLAIN", "AGE_30S", "FEMALE", "PART_TIME");
    assertThat(withdrawal.status()).isEqualTo(403);
    assertThat(withdrawal.body()).contains("この操作は受け付けられませんでした");
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,http://localhost",
    "Origin,https://LOCALHOST",
    "Sec-Fetch-Site,same-origin",
    "Sec-Fetch-Site,none",
    "X-None,of them"
  })
  void takesItsOwnForms(String header, String value) {
    RawRequest.Answer form = post("/", header, value, Respondent.complaining(ADDRESS).encoded());
    assertThat(form.status()).isEqualTo(303);
    String receipt = Respondent.receipt(form.header("Location"));
    assertThat(post("/receipt", header, value, "receipt=" + receipt).status()).isEqualTo(200);
  }

  /** Without TLS a browser sends no fetch metadata: the form's origin is all that it says. */
  @ParameterizedTest
  @ValueSource(strings = {"", "?lang=en"})
  void takesFormsOverPlainHttpFromAnotherMachine(String query) {
    try (Chromium chromium = new Chromium("--host-resolver-rules=MAP survey.example 127.0.0.1")) {
      Page page = chromium.open(new Browser.NewContextOptions()).newPage();
      page.navigate("http://survey.example:" + SURVEY.port() + "/" + query);
      for (String input :
          new String[] {"choice-COMPLAIN", "age-AGE_30S", "gender-OTHER", "occupation-STUDENT"}) {
        page.locator("#" + input).check();
      }
      page.locator("button[name=send]").click();
      page.waitForURL(BrowserIT.THANKS);

      String code = page.locator("#receipt").textContent();
      page.navigate("http://survey.example:" + SURVEY.port() + "/receipt" + query);
      page.locator("#receipt-input").fill(code);
      page.locator("#receipt-input").press("Enter");
      page.waitForSelector("button[value=edit]");
      assertThat(page.url()).endsWith("/receipt" + query);
    }
  }
}
