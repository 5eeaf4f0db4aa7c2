package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
  private static final Secret SECRET = Secret.of("a secret of a test");
  private static final Instant MOMENT = Instant.parse("2026-11-25T01:02:03Z");

  private final Key key = Key.mint();

  @Test
  void isReadAsItWasSigned() {
    String text = Opening.at(MOMENT, key, SECRET).text();
    assertThat(Opening.read(text, key, SECRET)).contains(MOMENT);
  }

  @Test
  void isOfOneFormAndOneSurveyAlone() {
    String text = Opening.at(MOMENT, key, SECRET).text();
    assertThat(Opening.read(text, Key.mint(), SECRET)).isEmpty();
    assertThat(Opening.read(text, key, Secret.of("another secret"))).isEmpty();
  }

  @Test
  void cannotBeSetBack() {
    String text = Opening.at(MOMENT, key, SECRET).text();
    String earlier = MOMENT.getEpochSecond() - 60 + text.substring(text.indexOf('.'));
    assertThat(Opening.read(earlier, key, SECRET)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1",
        "1.",
        "-1.AAAAAAAAAAAAAAAA",
        "9999999999999.AAAAAAAAAAAAAAAA",
        "1.AAAAAAAAAAAAAAA",
        "１.AAAAAAAAAAAAAAAA",
        "1.AAAAAAAAAAAAAAAA\n"
      })
  void isNoneWhereItIsMadeUp(String text) {
    assertThat(Opening.read(text, key, SECRET)).isEmpty();
  }
}
