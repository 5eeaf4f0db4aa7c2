package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in the way of a start is told in one sentence. */
class StartIT {
  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(RunningSurvey.freePort(), 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      RunningSurvey survey =
          RunningSurvey.endedAt(RunningSurvey.freshHome("taken"), Map.of("SURVEY_PORT", port));

      assertThat(survey.exitCode()).isEqualTo(1);
      assertThat(survey.output()).hasLineCount(1).contains("SURVEY_PORT").contains(port);
    }
  }

  @Test
  void refusesADatabaseThatCannotBeReached() {
    RunningSurvey survey =
        RunningSurvey.endedAt(
            RunningSurvey.freshHome("unreachable"),
            Map.of(
                "SURVEY_DB_URL", "jdbc:mysql://127.0.0.1:" + RunningSurvey.freePort() + "/survey",
                "SURVEY_DB_USER", "survey",
                "SURVEY_DB_PASSWORD", "wrong",
                "SURVEY_DB_WAIT", "2"));

    assertThat(survey.exitCode()).isEqualTo(1);
    assertThat(survey.output())
        .hasLineCount(1)
        .contains("database")
        .contains("2 seconds")
        .doesNotContain("wrong");
  }

  @Test
  void refusesASecretThatWouldVoidTheReceipts() {
    Path home = RunningSurvey.freshHome("secret");
    RunningSurvey.startedAt(home, Map.of("SURVEY_SECRET", "the first secret of this survey"))
        .close();

    RunningSurvey changed = RunningSurvey.endedAt(home, Map.of("SURVEY_SECRET", "another secret"));

    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.output())
        .hasLineCount(1)
        .contains("SURVEY_SECRET")
        .doesNotContain("another secret");
  }

  @Test
  void takesSecretsFromFiles() throws IOException {
    Path home = RunningSurvey.freshHome("file");
    Path secret =
        Files.writeString(home.resolve("secret"), "a secret in a file, with a line break\n");
    RunningSurvey.startedAt(home, Map.of("SURVEY_SECRET_FILE", secret.toString())).close();

    RunningSurvey same =
        RunningSurvey.startedAt(
            home, Map.of("SURVEY_SECRET", "a secret in a file, with a line break"));
    same.close();
    assertThat(same.output()).hasLineCount(1).contains("http://localhost:" + same.port() + "/");
  }

  @Test
  void refusesAnAccountThatTheDatabaseDoesNotKnow() throws Exception {
    RunningSurvey survey = RunningSurvey.shared();
    Path home = RunningSurvey.freshHome("account");
    RunningSurvey refused =
        RunningSurvey.endedAt(
            home,
            Map.of(
                "SURVEY_DB_URL",
                    "jdbc:mysql://127.0.0.1:" + survey.databasePort() + "/survey?sslMode=DISABLED",
                "SURVEY_DB_USER", "survey",
                "SURVEY_DB_PASSWORD", "wrong"));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output())
        .hasLineCount(1)
        .contains("refuses the survey's account")
        .doesNotContain("wrong");
  }

  @Test
  void refusesASecondSurveyOnTheSameData() {
    RunningSurvey first = RunningSurvey.shared();
    RunningSurvey second = RunningSurvey.endedAt(first.home(), Map.of());

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output()).hasLineCount(1).contains("SURVEY_HOME");
    assertThat(Respondent.get(first.address()).statusCode()).isEqualTo(200);
  }

  /** The server goes on without a filter that it cannot make; here nothing is mapped to it. */
  @Test
  void refusesToServeWithoutAskingWhoIsAnAdmin() throws IOException {
    Path open = RunningSurvey.freshHome("open");
    Path shipped = Path.of(System.getProperty("server.directory")).toAbsolutePath();
    Path lib = Files.createDirectory(open.resolve("lib"));
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(shipped.resolve("lib"))) {
      for (Path jar : jars) {
        Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
      }
    }
    // It looks for the WAR beside the folder that it really is in.
    Path launcher = lib.resolve("survey-launcher.jar");
    Path original = Files.readSymbolicLink(launcher);
    Files.delete(launcher);
    Files.copy(original, launcher);
    Files.copy(shipped.resolve("java.options"), open.resolve("java.options"));
    Files.copy(shipped.resolve("survey.war"), open.resolve("survey.war"));
    try (FileSystem war = FileSystems.newFileSystem(open.resolve("survey.war"))) {
      Path descriptor = war.getPath("WEB-INF/web.xml");
      Files.writeString(
          descriptor,
          Files.readString(descriptor)
              .replaceFirst(
                  "(<filter-name>admission</filter-name>\\s*<url-pattern>)/admin/", "$1/nowhere/"));
    }

    RunningSurvey survey =
        RunningSurvey.endedIn(open, RunningSurvey.freshHome("open-home"), Map.of());

    assertThat(survey.exitCode()).isEqualTo(1);
    assertThat(survey.output()).contains("/admin/responses.csv");
  }
}
