package survey.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A MariaDB of our own, on loopback, for where no other database is given. Its data are in {@code
 * db} below the home folder, which must be the caller's alone (as {@link HomeFolder} makes sure). A
 * server that a killed launcher left behind is ended first; one that dies is started again with the
 * same port and password.
 */
public final class EmbeddedDatabase {
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Path home;
  private final int port;
  private final DatabaseAccount account = DatabaseAccount.withFreshPassword("survey");
  private final DatabaseLog log;
  private final MariadbFiles files;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private DatabaseProcess process;

  /** At the given port, or at a free one from 23306 to 23399 where none is asked for. */
  static EmbeddedDatabase at(OptionalInt port, Path home) throws StartFailure {
    requirePlatform();
    try {
      // It may be what holds the port.
      DatabaseProcess.endLeftBehind(home);
    } catch (IOException e) {
      throw new StartFailure("MariaDB cannot be started: " + e, e);
    }
    return new EmbeddedDatabase(
        home, port.isPresent() ? port.getAsInt() : Port.anyFree(23_306, 23_399));
  }

  public EmbeddedDatabase(Path home, int port) {
    this.home = home.toAbsolutePath().normalize();
    this.port = port;
    log = new DatabaseLog(this.home);
    files = new MariadbFiles(this.home, log);
  }

  public String url() {
    // Without TLS: it never leaves the machine.
    return "jdbc:mysql://127.0.0.1:" + port + "/survey?sslMode=DISABLED";
  }

  public String user() {
    return account.user();
  }

  public String password() {
    return account.password();
  }

  /** Returns when the database takes connections. */
  public void start() throws StartFailure {
    requirePlatform();
    try {
      Folders.make(home);
      DatabaseProcess.endLeftBehind(home);
      Port.requireFree("SURVEY_DB_PORT", InetAddress.getLoopbackAddress(), port);
      files.unpack();
      files.initialise();
      run();
    } catch (IOException e) {
      throw new StartFailure("MariaDB cannot be started: " + e.getMessage(), e);
    }
    new DatabaseKeeper(this).watch();
  }

  private static void requirePlatform() throws StartFailure {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!platform.equals("Linux amd64")) {
      throw new StartFailure(
          "The embedded MariaDB runs on Linux amd64, not on "
              + platform
              + "; set SURVEY_DB_URL to the jdbc:mysql: address of a MariaDB or MySQL server.");
    }
  }

  void run() throws IOException {
    Path users = home.resolve("users.sql");
    // Written by mariadbd when it has the port: a greeting alone may be another server's.
    Path bound = home.resolve("mariadb.bound");
    Files.deleteIfExists(bound);
    account.writeTo(users);
    try {
      DatabaseProcess started = launch(users);
      BooleanSupplier serves = () -> Files.exists(bound) && started.greetsAt(port);
      Patience.until(() -> serves.getAsBoolean() || !started.isRunning(), LONGEST_START);
      if (!serves.getAsBoolean()) {
        started.end();
        throw new IOException(log.reason());
      }
    } finally {
      Files.deleteIfExists(users);
    }
  }

  private synchronized DatabaseProcess launch(Path users) throws IOException {
    if (isStoppedWithin(Duration.ZERO)) {
      throw new IOException("it is being stopped");
    }
    process = DatabaseProcess.start(files.command(options(users)), home);
    return process;
  }

  private List<String> options(Path users) throws IOException {
    return List.of(
        "--bind-address=127.0.0.1",
        "--port=" + port,
        // Below the data folder, to which the server changes: a whole path may exceed the limit of
        // 107 bytes.
        "--socket=mariadb.sock",
        "--pid-file=" + home.resolve("mariadb.bound"),
        "--tmpdir=" + Folders.renew(home.resolve("db.tmp")),
        "--init-file=" + users,
        "--skip-name-resolve",
        "--skip-ssl",
        "--local-infile=0",
        // A crash would write the statement at hand, and with it a comment, into the log.
        "--skip-stack-trace",
        "--character-set-server=utf8mb4",
        "--default-time-zone=+00:00",
        // What was acknowledged is on the disk.
        "--innodb-flush-log-at-trx-commit=1",
        "--innodb-buffer-pool-size=128M",
        "--aria-pagecache-buffer-size=8M");
  }

  void awaitEnd() {
    process().awaitEnd();
  }

  private synchronized DatabaseProcess process() {
    return process;
  }

  boolean isStoppedWithin(Duration duration) {
    try {
      return stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  public void stop() {
    DatabaseProcess last;
    synchronized (this) {
      stopped.countDown();
      last = process;
    }
    if (last != null) {
      last.end();
      DatabaseProcess.pidFile(home).toFile().delete();
    }
  }
}
