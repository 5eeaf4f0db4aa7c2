package survey.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import survey.RunningSurvey;
import survey.launcher.EmbeddedDatabase;
import survey.launcher.StartFailure;

/** A database that the test starts, for surveys that share it or reach it in a roundabout way. */
final class SharedDatabase implements AutoCloseable {
  private final int port = RunningSurvey.freePort();
  private final EmbeddedDatabase database;

  SharedDatabase(String name) throws StartFailure {
    database = new EmbeddedDatabase(RunningSurvey.freshHome(name), port);
    database.start();
  }

  int port() {
    return port;
  }

  /** What a survey is told to use it, with other settings. */
  Map<String, String> settings(Map<String, String> others) {
    Map<String, String> settings = new HashMap<>(others);
    settings.putIfAbsent("SURVEY_DB_URL", database.url());
    settings.put("SURVEY_DB_USER", database.user());
    settings.put("SURVEY_DB_PASSWORD", database.password());
    return settings;
  }

  Books books(Ledger ledger, int forms) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      return Books.of(connection, ledger, forms);
    }
  }

  /** The first column of a query's only row. */
  String ask(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    database.stop();
  }
}
