package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import survey.results.KnownSurvey;

/** What may run in admins' pages: files of this site, and what the page itself was written with. */
class AdminScriptsIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final Admin ADMIN = Admin.signedIn(SURVEY.address(), SURVEY.adminPassword());
  private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-([^']{20,})'");

  private static String policy(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private static String nonce(HttpResponse<String> answer) {
    Matcher nonce = NONCE.matcher(policy(answer));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin/",
        "admin/responses",
        "admin/response?id=1",
        "admin/comments",
        "admin/download",
        "admin/audit",
        "admin/settings"
      })
  void areNamedByTheNonceOfTheirPage(String path) {
    HttpResponse<String> answer = ADMIN.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(policy(answer))
        .startsWith("default-src 'self';")
        .doesNotContain("unsafe-eval")
        .doesNotContainPattern("script-src[^;]*unsafe");
    Document page = Respondent.html(answer);
    assertThat(page.select("script:not([src])"))
        .isNotEmpty()
        .allSatisfy(script -> assertThat(script.attr("nonce")).isEqualTo(nonce(answer)));
    assertThat(page.select("style")).isEmpty();
    assertThat(
            page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream()))
        .noneSatisfy(attribute -> assertThat(attribute.getKey()).startsWith("on"));
  }

  @Test
  void haveAnotherNonceEachTime() {
    assertThat(nonce(ADMIN.get("admin/"))).isNotEqualTo(nonce(ADMIN.get("admin/")));
  }

  @Test
  void areThereForAdminsAndForNobodyElse() {
    Document page = Respondent.html(ADMIN.get("admin/"));
    for (Element script : page.select("script[src], link[rel=stylesheet]")) {
      String path = (script.attr("src") + script.attr("href")).substring(1);
      assertThat(ADMIN.get(path).statusCode()).as(path).isEqualTo(200);
      if (path.startsWith("jakarta.faces.resource")) {
        assertThat(Respondent.get(SURVEY.address() + path).statusCode()).as(path).isEqualTo(404);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "results", "about", "receipt", "thanks", "login", "admin/nowhere"})
  void areNotAllowedElsewhere(String path) {
    assertThat(policy(Respondent.get(SURVEY.address() + path))).doesNotContain("script-src");
  }
}
