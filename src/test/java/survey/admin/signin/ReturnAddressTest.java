package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/",
        "/admin/audit",
        "/admin/download?wave=LIVE&from=2026-11-01&to=2026-11-30",
        "/admin/audit?before=17&q=%E5%A4%A9"
      })
  void isOneOfOurOwnPagesWithItsFilters(String address) {
    assertThat(ReturnAddress.of(address).in("ja")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/results",
        "/admin",
        "//evil.example/admin/",
        "/\\evil.example/admin/",
        "///evil.example",
        "https://evil.example/admin/",
        "javascript:alert(1)",
        "evil.example/admin/",
        " /admin/audit",
        "/admin/../receipt",
        "/admin/..//evil.example",
        "/admin//evil.example",
        "/admin/%2e%2e/receipt",
        "/admin/%2F%2Fevil.example",
        "/admin/audit;x=1",
        "/admin/audit\r\nSet-Cookie: a=b",
        "/admin/audit?x=\r\ny",
        "/admin/audit?x=\\",
        "/admin/audit#x",
        "/admin/audit?x=\"><script>",
        "/admin/audit?x=天",
        "/admin/audit?x=\u0000",
        "/ADMIN/audit"
      })
  void isNothingElse(String address) {
    assertThat(ReturnAddress.of(address).in("ja")).isEqualTo("/admin/");
  }

  @Test
  void isNotEndless() {
    assertThat(ReturnAddress.of("/admin/audit?x=" + "a".repeat(2_000)).text()).isEqualTo("/admin/");
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/,ja,/admin/",
    "/admin/,en,/admin/?lang=en",
    "/admin/audit?lang=en,ja,/admin/audit",
    "/admin/audit?lang=en&kind=SIGN_IN,en,/admin/audit?kind=SIGN_IN&lang=en",
    "/admin/audit?slang=x,ja,/admin/audit?slang=x"
  })
  void isInTheLanguageThatOneSignsInWith(String wanted, String language, String led) {
    assertThat(ReturnAddress.of(wanted).in(language)).isEqualTo(led);
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/,,,/login",
    "/admin/,lang=en,en,/login?lang=en",
    "/admin/audit,before=3&lang=en,en,/login?to=%2Fadmin%2Faudit%3Fbefore%3D3&lang=en",
    "/admin/responses.csv,,,/login"
  })
  void staysKnownWhileOneSignsIn(String path, String query, String language, String login) {
    assertThat(ReturnAddress.of(path, query).login(language)).isEqualTo(login);
  }
}
