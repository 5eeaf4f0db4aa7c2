package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No log knows what respondents sent. */
class LogsIT {
  private static final RunningSurvey SURVEY = RunningSurvey.shared();

  @Test
  void nameNeitherKeyNorReceiptNorComment() throws IOException {
    Respondent respondent = Respondent.complaining(SURVEY.address()).with("comment", "ログに残らない");
    String thanks = Respondent.location(respondent.send());
    respondent.send();
    respondent.with("age", "AGE_99").send();
    Respondent.get(SURVEY.address() + thanks.substring(1));
    String receipt = thanks.substring(thanks.indexOf('=') + 1);

    List<Path> logs;
    try (Stream<Path> files = Files.walk(SURVEY.home().resolve("log"))) {
      logs = files.filter(Files::isRegularFile).toList();
    }

    assertThat(logs).isNotEmpty();
    assertThat(Stream.concat(logs.stream().map(LogsIT::text), Stream.of(SURVEY.output())))
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(respondent.key())
                    .doesNotContain(receipt)
                    .doesNotContain("ログに残らない")
                    .doesNotContain("Duplicate entry"));
  }

  private static String text(Path log) {
    try {
      return new String(Files.readAllBytes(log), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
