package survey.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();
  private final Properties before = new Properties();
  @TempDir private Path folder;

  @BeforeEach
  void rememberSystemProperties() {
    before.putAll(System.getProperties());
  }

  @AfterEach
  void restoreSystemProperties() {
    System.setProperties(before);
  }

  @Test
  void startsWithNothingSet() throws Exception {
    Settings settings = read();
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.host().isLoopbackAddress()).isTrue();
    assertThat(settings.home()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.hasOwnDatabase()).isTrue();
    assertThat(settings.databasePort()).isEmpty();
    assertThat(settings.drain()).isZero();
    assertThat(settings.unknown()).isEmpty();
  }

  @Test
  void takesASystemPropertyBeforeAVariable() throws Exception {
    environment.put("SURVEY_PORT", "8081");
    properties.setProperty("survey.port", "8082");
    assertThat(read().port()).isEqualTo(8082);
  }

  @Test
  void takesBlankAsAbsent() throws Exception {
    properties.setProperty("survey.port", " ");
    environment.put("SURVEY_PORT", "8081");
    environment.put("SURVEY_DB_URL", "");
    environment.put("SURVEY_SECRET_FILE", "  ");
    assertThat(read().port()).isEqualTo(8081);
    assertThat(read().hasOwnDatabase()).isTrue();
  }

  @Test
  void handsEverythingOverAsSystemProperties() throws Exception {
    System.setProperty("survey.trusted.proxies", " ");
    environment.put("SURVEY_RATE_LIMIT", " 007 ");
    environment.put("SURVEY_OPERATOR", "調査室");
    read().handOver();
    assertThat(System.getProperty("survey.rate.limit")).isEqualTo("7");
    assertThat(System.getProperty("survey.operator")).isEqualTo("調査室");
    assertThat(System.getProperty("survey.admin.user")).isEqualTo("admin");
    assertThat(System.getProperty("survey.home")).startsWith("/");
    assertThat(System.getProperty("survey.trusted.proxies")).isNull();
  }

  @Test
  void keepsCommentsForAsLongAsTheSurveyUnlessToldOtherwise() throws Exception {
    read().handOver();
    assertThat(System.getProperty("survey.comment.retention")).isEqualTo("730");
    environment.put("SURVEY_COMMENT_RETENTION", " 090 ");
    read().handOver();
    assertThat(System.getProperty("survey.comment.retention")).isEqualTo("90");
  }

  @Test
  void takesProxiesAsAddressesAndRanges() throws Exception {
    environment.put("SURVEY_TRUSTED_PROXIES", " 10.0.0.0/8, ::1 ,2001:db8::/32");
    read().handOver();
    assertThat(System.getProperty("survey.trusted.proxies"))
        .isEqualTo("10.0.0.0/8,::1,2001:db8::/32");
  }

  @Test
  void readsASecretFromAFileWithoutItsTrailingLineBreak() throws Exception {
    environment.put("SURVEY_SECRET_FILE", file(" se\ncret \r\n").toString());
    read().handOver();
    assertThat(System.getProperty("survey.secret")).isEqualTo(" se\ncret ");
  }

  @Test
  void readsAFileNamedByASystemProperty() throws Exception {
    properties.setProperty("survey.db.password.file", file("p\n").toString());
    environment.put("SURVEY_DB_URL", "jdbc:mysql://db/survey");
    read().handOver();
    assertThat(System.getProperty("survey.db.password")).isEqualTo("p");
  }

  @Test
  void refusesAValueBesideItsFile() throws Exception {
    environment.put("SURVEY_SECRET", "a");
    environment.put("SURVEY_SECRET_FILE", file("b").toString());
    assertRefused("SURVEY_SECRET and SURVEY_SECRET_FILE");
  }

  @Test
  void refusesAFileThatIsMissingOrEmpty() throws Exception {
    environment.put("SURVEY_ADMIN_PASSWORD_FILE", folder.resolve("none").toString());
    assertRefused("SURVEY_ADMIN_PASSWORD_FILE");
    environment.put("SURVEY_ADMIN_PASSWORD_FILE", file("\n").toString());
    assertRefused("SURVEY_ADMIN_PASSWORD_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PORT=0",
        "PORT=65536",
        "PORT=80 80",
        "PORT=-1",
        "PORT=8080.0",
        "PORT=99999999999999999999",
        "DB_PORT=32768",
        "DB_PORT=1023",
        "DB_WAIT=-1",
        "DB_WAIT=soon",
        "RATE_LIMIT=-1",
        "RATE_LIMIT=1e3",
        "DISCLOSURE_BASE=9",
        "DISCLOSURE_CELL=2",
        "COMMENT_RETENTION=-1",
        "COMMENT_RETENTION=36501",
        "COMMENT_RETENTION=90d",
        "COMMENT_RETENTION=1.5",
        "DRAIN=-1",
        "DRAIN=3601",
        "DRAIN=5s",
        "DB_URL=jdbc:mariadb://localhost/survey",
        "DB_URL=mysql://localhost",
        "DB_USER=survey",
        "ADMIN_USER=a:b",
        "ADMIN_USER=a\nb",
        "HOST=no such host",
        "TRUSTED_PROXIES=proxy.example",
        "TRUSTED_PROXIES=10.0.0.0/33",
        "TRUSTED_PROXIES=::/129",
        "TRUSTED_PROXIES=10.0.0.0/-1",
        "TRUSTED_PROXIES=10.0.0.0/",
        "TRUSTED_PROXIES=10.0.0.256",
        "TRUSTED_PROXIES=10.0.0",
        "TRUSTED_PROXIES=10.0.0.1,",
        "TRUSTED_PROXIES=10.0.0.1 10.0.0.2",
        "TRUSTED_PROXIES=1:2:3",
        "TRUSTED_PROXIES=*"
      })
  void refusesWhatCannotBe(String setting) {
    int equals = setting.indexOf('=');
    environment.put("SURVEY_" + setting.substring(0, equals), setting.substring(equals + 1));
    assertRefused("SURVEY_" + setting.substring(0, equals));
  }

  @Test
  void refusesAnAdminsNameThatNoColumnHolds() throws Exception {
    environment.put("SURVEY_ADMIN_USER", " " + "管".repeat(64) + " ");
    assertThat(read().admin().user()).isEqualTo("管".repeat(64));
    environment.put("SURVEY_ADMIN_USER", "a".repeat(65));
    assertRefused("SURVEY_ADMIN_USER");
  }

  @Test
  void refusesAPasswordThatTheLoginFormWouldNotTake() throws Exception {
    environment.put("SURVEY_ADMIN_PASSWORD", "x".repeat(1_000));
    assertThat(read().admin().warning()).isEmpty();
    environment.put("SURVEY_ADMIN_PASSWORD", "x".repeat(1_001));
    assertRefused("SURVEY_ADMIN_PASSWORD");
  }

  @Test
  void warnsOfAPasswordThatCanBeGuessedWithoutShowingIt() throws Exception {
    environment.put("SURVEY_ADMIN_PASSWORD", "hunter2hunt");
    assertThat(read().admin().warning())
        .hasValueSatisfying(
            warning ->
                assertThat(warning).contains("SURVEY_ADMIN_PASSWORD").doesNotContain("hunt"));
    environment.put("SURVEY_ADMIN_PASSWORD", "hunter2hunte");
    assertThat(read().admin().warning()).isEmpty();
    environment.remove("SURVEY_ADMIN_PASSWORD");
    assertThat(read().admin().warning()).isEmpty();
  }

  @Test
  void doesNotShowADatabaseAddressThatMayHoldAPassword() {
    environment.put("SURVEY_DB_URL", "jdbc:mariadb://u:hunter2@localhost/survey");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(this::read)
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void namesUnknownVariables() throws Exception {
    environment.putAll(
        Map.of(
            "SURVEY_PROT",
            "1",
            "SURVEY_PORT_FILES",
            "1",
            "SURVEY_SECRET_FILE",
            "",
            "PATH",
            "/bin"));
    assertThat(read().unknown()).containsExactly("SURVEY_PORT_FILES", "SURVEY_PROT");
  }

  private Settings read() throws StartFailure {
    return Settings.read(environment, properties);
  }

  private void assertRefused(String mention) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(this::read)
        .satisfies(failure -> assertThat(failure.getMessage()).contains(mention));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("value"), content);
  }
}
