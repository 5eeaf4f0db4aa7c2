package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A failure is told with a number alone, and found by it in the log. */
class IncidentIT {
  @Test
  void isKnownByItsNumber() throws IOException {
    try (RunningSurvey survey =
        RunningSurvey.startedAt(RunningSurvey.freshHome("incident"), Map.of())) {
      Admin admin = Admin.signedIn(survey.address(), survey.adminPassword());
      survey.database().orElseThrow().destroyForcibly();

      HttpResponse<String> answer = admin.get("admin/audit?entries=secret");

      assertThat(answer.statusCode()).isEqualTo(503);
      String told = Respondent.html(answer).expectFirst("#incident").text();
      assertThat(told).matches("お問い合わせの際は、この番号をお知らせください：[0-9a-f]{8}");
      assertThat(answer.body()).doesNotContain("Exception", "jdbc", "java.", "secret");
      String number = told.substring(told.length() - 8);
      assertThat(Files.readString(survey.home().resolve("log/server.0.log"), UTF_8).lines())
          .filteredOn(line -> line.contains(number))
          .singleElement()
          .asString()
          .contains("incident " + number + ": 503 at /admin/audit")
          .doesNotContain("secret");
      assertThat(survey.output()).contains(number);
      assertThat(Respondent.get(survey.address() + "nowhere").body()).doesNotContain("incident");
    }
  }
}
