package survey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import survey.RunningSurvey;
import survey.launcher.EmbeddedDatabase;
import survey.launcher.StartFailure;

/** The survey as it ships, on a database of its own that has many responses already. */
final class LoadedSurvey implements AutoCloseable {
  private static final Duration LONGEST_CLOSING = Duration.ofMinutes(5);

  private final int size;
  private final Path home;
  private final EmbeddedDatabase database;
  private final RunningSurvey survey;
  private final long counted;

  /** Stores the responses, starts the survey and waits until it has closed all days. */
  LoadedSurvey(int size) throws StartFailure, SQLException {
    this.size = size;
    home = RunningSurvey.freshHome("loaded");
    load();
    // Started anew: what it has still to write to disk is written.
    database = database();
    survey =
        RunningSurvey.startedAt(
            RunningSurvey.freshHome("loaded-server"),
            Map.of(
                "SURVEY_DB_URL", database.url(),
                "SURVEY_DB_USER", database.user(),
                "SURVEY_DB_PASSWORD", database.password(),
                "SURVEY_ADMIN_PASSWORD", Downloader.PASSWORD,
                "SURVEY_RATE_LIMIT", "0"));
    String closed = Integer.toString(Responses.DAYS);
    RunningSurvey.await(
        () -> ask("select count(*) from closed_day").equals(closed), LONGEST_CLOSING);
    counted =
        Long.parseLong(
            ask(
                "select sum(n) from daily_tally where wave = 'LIVE' and status in ('COUNTED', 'FLAGGED')"));
  }

  private void load() throws StartFailure, SQLException {
    EmbeddedDatabase empty = database();
    try (Connection connection = connect(empty)) {
      Flyway.configure()
          .dataSource(empty.url(), empty.user(), empty.password())
          .locations("classpath:db")
          .placeholderReplacement(false)
          .load()
          .migrate();
      new Responses(connection).store(size);
    } finally {
      empty.stop();
    }
  }

  private EmbeddedDatabase database() throws StartFailure {
    EmbeddedDatabase started = new EmbeddedDatabase(home, RunningSurvey.freePort());
    started.start();
    return started;
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.url() + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
        database.user(),
        database.password());
  }

  /** The first column of a query's first row. */
  String ask(String query) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** How many responses it has. */
  int size() {
    return size;
  }

  /** How many of them are not excluded, as the closed days say, which are read off the rows. */
  long counted() {
    return counted;
  }

  String address() {
    return survey.address();
  }

  int port() {
    return survey.port();
  }

  /** CPU of the server so far, in milliseconds. */
  double serverMillis() {
    return Cpu.millis(survey.server().pid());
  }

  /** What the server's heap holds after a full collection, in megabytes. */
  double liveMegabytes() throws IOException, InterruptedException {
    return Heap.liveMegabytes(survey.server().pid());
  }

  /** CPU of the database so far, in milliseconds. */
  double databaseMillis() {
    try {
      return Cpu.millis(Long.parseLong(Files.readString(home.resolve("mariadb.pid")).strip()));
    } catch (IOException e) {
      throw new IllegalStateException("the database is gone", e);
    }
  }

  @Override
  public void close() {
    survey.close();
    database.stop();
  }
}
