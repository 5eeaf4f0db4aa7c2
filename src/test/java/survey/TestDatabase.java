package survey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import survey.launcher.EmbeddedDatabase;
import survey.launcher.StartFailure;
import survey.servers.DatabaseServers;

/**
 * An empty database for tests: an embedded one, or the one that {@code -Dtest.database} names
 * (mysql, mariadb, galera or group-replication).
 *
 * @param url as the survey is given it
 * @param writers the addresses of single servers, each of which takes writes
 */
public record TestDatabase(
    String url, List<String> writers, String user, String password, Runnable stop)
    implements AutoCloseable {
  /** In how many cells the cube is not what a recount of the rows is. */
  public static final String DIFFERING_CELLS =
      """
      select count(*) from (
        select 1 from (
          select wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                 primary_choice, age_group, gender, occupation, n from tally
          union all
          select wave, status, coalesce(stop_business, 9), coalesce(complain, 9), coalesce(forgive_if_apologised, 9),
                 coalesce(not_bothered, 9), primary_choice, age_group, gender, occupation, -1
          from response where status <> 'WITHDRAWN') counted_and_stored
        group by wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                 primary_choice, age_group, gender, occupation
        having sum(n) <> 0) differing
      """;

  public static TestDatabase start(Path home) {
    return named().orElseGet(() -> embedded(home));
  }

  /** The one that is named, if one is. */
  static Optional<TestDatabase> named() {
    return Optional.ofNullable(System.getProperty("test.database"))
        .filter(name -> !name.isEmpty())
        .map(name -> of(DatabaseServers.named(name)));
  }

  /** The one that ships with the survey, whatever is named. */
  public static TestDatabase embedded(Path home) {
    EmbeddedDatabase database = new EmbeddedDatabase(home, RunningSurvey.freePort());
    try {
      database.start();
    } catch (StartFailure e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(
        database.url(),
        List.of(database.url()),
        database.user(),
        database.password(),
        database::stop);
  }

  /** All of these servers. */
  public static TestDatabase of(DatabaseServers servers) {
    return new TestDatabase(
        servers.url(),
        IntStream.rangeClosed(1, servers.nodes())
            .filter(servers::takesWrites)
            .mapToObj(servers::url)
            .toList(),
        servers.user(),
        servers.password(),
        servers::close);
  }

  /** For a survey that uses it. */
  public Map<String, String> settings() {
    return settings(Map.of());
  }

  /** For one that uses it with other settings, among which its address may be. */
  public Map<String, String> settings(Map<String, String> others) {
    Map<String, String> settings = new HashMap<>(others);
    settings.putIfAbsent("SURVEY_DB_URL", url);
    settings.put("SURVEY_DB_USER", user);
    settings.put("SURVEY_DB_PASSWORD", password);
    return settings;
  }

  /** The first column of a query's only row. */
  public String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Texts are compared code by code, and times are UTC, as the application has them. */
  public Connection connect() throws SQLException {
    String address = writers.get(0);
    return DriverManager.getConnection(
        address
            + (address.contains("?") ? "&" : "?")
            + "connectionCollation=utf8mb4_bin&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
        user,
        password);
  }

  @Override
  public void close() {
    stop.run();
  }
}
