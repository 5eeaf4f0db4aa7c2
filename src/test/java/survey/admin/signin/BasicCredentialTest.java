package survey.admin.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialTest {
  @Test
  void isUtf8WithColonsInThePasswordAlone() {
    assertThat(BasicCredential.parse(header("basic", "管理者:秘密:の 言葉😀", UTF_8)))
        .hasValueSatisfying(
            credential -> {
              assertThat(credential.getCaller()).isEqualTo("管理者");
              assertThat(credential.getPasswordAsString()).isEqualTo("秘密:の 言葉😀");
            });
  }

  @Test
  void mayHaveAnEmptyPassword() {
    assertThat(BasicCredential.parse(header("Basic", "admin:", UTF_8)))
        .hasValueSatisfying(credential -> assertThat(credential.getPasswordAsString()).isEmpty());
  }

  @Test
  void isNoOtherEncoding() {
    assertThat(BasicCredential.parse(header("Basic", "admin:é", ISO_8859_1))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "Basic", "Basic ", "Basic !", "Basic YWRtaW4=", "Bearer YTpi", "Digest a=b"})
  void isNothingElse(String header) {
    assertThat(BasicCredential.parse(header)).isEmpty();
  }

  private static String header(String scheme, String pair, Charset charset) {
    return scheme + " " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
  }
}
