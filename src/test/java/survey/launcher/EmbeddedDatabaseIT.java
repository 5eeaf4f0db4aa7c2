package survey.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /**
   * A blank in it, since people have such folders. The server's files are unpacked once for all
   * tests.
   */
  private static final Path HOME = Path.of("target", "embedded database").toAbsolutePath();

  private int port;
  private EmbeddedDatabase database;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void beginWithoutData() throws Exception {
    Folders.remove(HOME.resolve("db"));
    Files.deleteIfExists(HOME.resolve("mariadb.pid"));
    port = Port.anyFree(23_400, 23_499);
    database = new EmbeddedDatabase(HOME, port);
  }

  @AfterEach
  void leaveNothingRunning() {
    database.stop();
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void servesAnEmptyUtf8DatabaseInUtcOnTheFirstStart() throws Exception {
    database.start();
    assertThat(ask("select @@character_set_database")).isEqualTo("utf8mb4");
    assertThat(ask("select @@time_zone")).isEqualTo("+00:00");
    assertThat(ask("select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    assertThat(ask("select count(*) from information_schema.tables where table_schema = 'survey'"))
        .isEqualTo("0");
    assertThat(HOME.resolve("users.sql")).doesNotExist();
  }

  @Test
  void keepsItsDataAndChangesItsPassword() throws Exception {
    database.start();
    tell("create table kept (n int)");
    database.stop();
    EmbeddedDatabase first = database;
    database = new EmbeddedDatabase(HOME, port);
    database.start();
    assertThat(ask("select count(*) from kept")).isEqualTo("0");
    assertThat(database.password()).isNotEqualTo(first.password());
    assertDenied(first.user(), first.password());
  }

  @Test
  void redoesAFirstStartThatWasKilledHalfway() throws Exception {
    Path halfUnpacked = HOME.resolve("mariadb");
    Folders.remove(halfUnpacked);
    Files.createDirectories(halfUnpacked.resolve("bin"));
    Files.writeString(halfUnpacked.resolve("bin/mariadbd"), "half of it");
    Files.createDirectories(HOME.resolve("db.unfinished/mysql"));
    Files.writeString(HOME.resolve("db.unfinished/ibdata1"), "half of it");
    database.start();
    assertThat(ask("select 1")).isEqualTo("1");
    assertThat(HOME.resolve("db.unfinished")).doesNotExist();
  }

  @Test
  void unpacksOnce() throws Exception {
    database.start();
    FileTime unpacked = Files.getLastModifiedTime(HOME.resolve("mariadb/bin/mariadbd"));
    database.stop();
    database = new EmbeddedDatabase(HOME, port);
    database.start();
    assertThat(Files.getLastModifiedTime(HOME.resolve("mariadb/bin/mariadbd"))).isEqualTo(unpacked);
  }

  @Test
  void neverWipesADataFolderThatItCannotStart() throws Exception {
    database.start();
    database.stop();
    Path logOfChanges = HOME.resolve("db/ib_logfile0");
    Files.writeString(logOfChanges, "damaged");
    database = new EmbeddedDatabase(HOME, port);
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(database::start)
        .withMessageStartingWith("MariaDB cannot be started: ")
        .withMessageContaining("ERROR");
    assertThat(HOME.resolve("db/mysql")).isDirectory();
    assertThat(logOfChanges).hasContent("damaged");
  }

  @Test
  void endsTheServerThatAKilledLauncherLeftBehind() throws Exception {
    // By its command line: it may stay in the process table until somebody collects it.
    DatabaseProcess left = new DatabaseProcess(serverOfAKilledLauncher(), HOME.resolve("db"));
    assertThat(left.isRunning()).isTrue();
    database.start();
    assertThat(left.isRunning()).isFalse();
    assertThat(ask("select 1")).isEqualTo("1");
  }

  @Test
  void leavesAForeignProcessAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    started.add(stranger);
    Files.createDirectories(HOME);
    Files.writeString(HOME.resolve("mariadb.pid"), Long.toString(stranger.pid()));
    database.start();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void startsAgainWhenTheServerIsKilled() throws Exception {
    database.start();
    tell("create table kept (n int)");
    ProcessHandle killed = server();
    killed.destroyForcibly();
    killed.onExit().join();
    Patience.until(this::isServing, LONG);
    assertThat(ask("select count(*) from kept")).isEqualTo("0");
  }

  @Test
  void staysStoppedWhenStopped() throws Exception {
    database.start();
    DatabaseProcess stopped = new DatabaseProcess(server(), HOME.resolve("db"));
    database.stop();
    assertThat(stopped.isRunning()).isFalse();
    assertThat(isServing()).isFalse();
    assertThat(HOME.resolve("mariadb.pid")).doesNotExist();
  }

  @Test
  void letsNobodyInWithoutItsPassword() throws Exception {
    database.start();
    assertDenied("root", "");
    assertDenied("root", "root");
    assertDenied("", "");
    assertDenied("nobody", "");
    assertDenied(database.user(), "");
  }

  @Test
  void givesTheApplicationNothingButItsDatabase() throws Exception {
    database.start();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> ask("select count(*) from mysql.global_priv"));
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> tell("create database other"));
    assertThat(ask("select group_concat(schema_name order by 1) from information_schema.schemata"))
        .isEqualTo("information_schema,survey");
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    database.start();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assertThatCode(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .doesNotThrowAnyException();
    for (InetAddress other : others) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new Socket(other, port).close());
    }
  }

  @Test
  void saysWhichSettingToChangeWhenItsPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(database::start)
          .withMessageContaining("SURVEY_DB_PORT");
    }
  }

  private void assertDenied(String user, String password) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection(database.url(), user, password).close())
        .withMessageContaining("Access denied");
  }

  private boolean isServing() {
    try {
      return ask("select 1").equals("1");
    } catch (SQLException e) {
      return false;
    }
  }

  private String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private void tell(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement told = connection.createStatement()) {
      told.execute(statement);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  /** On the same home and port; a kill gives the launcher no chance to stop its database. */
  private ProcessHandle serverOfAKilledLauncher() throws IOException {
    Process launcher =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledLauncher.class.getName(),
                HOME.toString(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(launcher);
    assertThat(launcher.inputReader().readLine()).isEqualTo("serving");
    launcher.destroyForcibly().onExit().join();
    return server();
  }

  private static ProcessHandle server() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(HOME.resolve("mariadb.pid")).strip()))
        .orElseThrow();
  }
}
