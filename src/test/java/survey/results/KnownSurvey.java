package survey.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import survey.Respondent;
import survey.RunningSurvey;
import survey.TestDatabase;
import survey.questionnaire.Choice;

/**
 * The survey as it ships on a database that the tests may write to: so they can have responses of
 * other days, and comments as if an admin had approved them.
 */
public final class KnownSurvey implements AutoCloseable {
  private static KnownSurvey shared;

  private final Path home = RunningSurvey.freshHome("known");
  private final TestDatabase database = TestDatabase.start(home);
  private final RunningSurvey survey;

  /** One for all tests; it ends with them. */
  public static synchronized KnownSurvey shared() {
    if (shared == null) {
      shared = new KnownSurvey();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** One for tests that count everything, or end it. */
  public KnownSurvey() {
    this(Map.of());
  }

  /** The same with other settings than usual. */
  public KnownSurvey(Map<String, String> settings) {
    survey = anotherNode(settings);
  }

  /** Another server on the same database; whoever starts it ends it. */
  public RunningSurvey anotherNode() {
    return anotherNode(Map.of());
  }

  /** The same with other settings than usual. */
  public RunningSurvey anotherNode(Map<String, String> settings) {
    return RunningSurvey.startedAt(
        RunningSurvey.freshHome("known-server"), database.settings(settings));
  }

  /** A server that has ended, started again at the same port with these settings. */
  public RunningSurvey startedAgain(RunningSurvey ended, Map<String, String> settings) {
    return RunningSurvey.startedAt(ended.home(), ended.port(), database.settings(settings));
  }

  @Override
  public void close() {
    survey.close();
    database.close();
  }

  /** Where the database and its log are. */
  public Path home() {
    return home;
  }

  /** The server that this one began with. */
  public RunningSurvey node() {
    return survey;
  }

  /** Kills the database; the survey goes on. */
  public void killDatabase() throws IOException {
    long pid = Long.parseLong(Files.readString(home.resolve("mariadb.pid")).strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  public String address() {
    return survey.address();
  }

  public int port() {
    return survey.port();
  }

  public String adminPassword() {
    return survey.adminPassword();
  }

  /** A page, as a browser without scripts gets it. */
  public Document page(String path) {
    return Respondent.html(Respondent.get(address() + path));
  }

  /** Writes what an admin is given at this address to a file. */
  public Path download(String path, Path file) throws IOException, InterruptedException {
    String account =
        Base64.getEncoder().encodeToString(("admin:" + adminPassword()).getBytes(UTF_8));
    HttpResponse<Path> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address() + path))
                    .header("Authorization", "Basic " + account)
                    .build(),
                BodyHandlers.ofFile(file));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return file;
  }

  /** Waits until a query gives this. */
  public void await(String query, String answer) {
    RunningSurvey.await(() -> ask(query).equals(answer), Duration.ofSeconds(30));
  }

  /** The first column of a query's first row. */
  public String ask(String query) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** What the row of the response with this receipt holds in these columns, as one value. */
  public String stored(String receipt, String columns) {
    return ask(
        "select %s from response where receipt_hash = unhex(sha2('%s', 256))"
            .formatted(columns, receipt));
  }

  /** That each cell of the tally counts the rows that belong to it, and no row is without one. */
  public void assertThatTheCubeEqualsARecount() {
    assertThat(ask(TestDatabase.DIFFERING_CELLS)).isEqualTo("0");
  }

  /** Runs a statement with these values. */
  public void tell(String change, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(change)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(change, e);
    }
  }

  /** Texts are compared code by code, and times are UTC, as the application has them. */
  public Connection connect() throws SQLException {
    return database.connect();
  }

  /** Stores a response and counts it in the tally. */
  public void add(Instant at, String status, Choice primary, Choice... others) {
    add(at, status, primary, null, "NO", null, others);
  }

  /** Stores a response with a comment and counts it in the tally. */
  public void add(
      Instant at,
      String status,
      Choice primary,
      String comment,
      String publication,
      String band,
      Choice... others) {
    Set<Choice> chosen = EnumSet.of(primary, others);
    Object[] closed = new Object[Choice.values().length];
    int i = 0;
    for (Choice choice : Choice.values()) {
      closed[i++] = chosen.contains(choice) ? 1 : 0;
    }
    tell(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment, comment_public, comment_band,
                              status, key_hash, receipt_hash)
        values ('LIVE', ?, ?, ?, ?, ?, ?, 'AGE_30S', 'OTHER', 'STUDENT', ?, ?, ?, ?,
                unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """,
        Timestamp.from(at),
        closed[0],
        closed[1],
        closed[2],
        closed[3],
        primary.name(),
        comment,
        publication,
        band,
        status);
    tell(
        """
        insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                           primary_choice, age_group, gender, occupation, n)
        values ('LIVE', ?, ?, ?, ?, ?, ?, 'AGE_30S', 'OTHER', 'STUDENT', 1)
        on duplicate key update n = n + 1
        """,
        status,
        closed[0],
        closed[1],
        closed[2],
        closed[3],
        primary.name());
  }
}
