package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  @Test
  void isNeverTheSameTwice() {
    assertThat(Stream.generate(Token::mint).limit(1_000).distinct()).hasSize(1_000);
  }

  @Test
  void isReadBackAsItWasWritten() {
    Token token = Token.mint();
    assertThat(Token.parse(token.text())).contains(token);
    assertThat(Token.parse(token.text()).orElseThrow().hash()).isEqualTo(token.hash()).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=", "%00"})
  void isNothingElse(String text) {
    assertThat(Token.parse(text)).isEmpty();
    assertThat(Token.parse(Token.mint().text() + text + "x")).isEmpty();
  }

  @Test
  void showsItselfInNoLog() {
    Token token = Token.mint();
    assertThat(token.toString()).doesNotContain(token.text());
  }

  @Test
  void cannotBeToldFromWhatFormsSend() {
    Token token = new Token("A".repeat(43));
    // printf csrf:AAA… | openssl dgst -sha256 -binary | basenc --base64url
    assertThat(token.csrf()).isEqualTo("3OJYIxXsMWsq59gjRvFLcXyUQcBNx2g2DMkf5Wi4DHg");
    assertThat(Token.mint().csrf()).isNotEqualTo(token.csrf());
  }
}
