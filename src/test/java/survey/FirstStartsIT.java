package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three nodes that are started at the same moment, for the first time, on one empty database: they
 * end up as one survey. With {@code -Dtest.starts=5}: that often.
 */
class FirstStartsIT {
  private static final int NODES = 3;
  private static final TestDatabase DATABASE =
      TestDatabase.start(RunningSurvey.freshHome("first-starts"));

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  /**
   * The database's address for each node: all the same, and each another where that is possible.
   */
  static Stream<List<String>> addresses() {
    List<List<String>> all = new ArrayList<>();
    all.add(Collections.nCopies(NODES, DATABASE.url()));
    if (DATABASE.writers().size() == NODES) {
      all.add(DATABASE.writers());
    }
    return IntStream.range(0, Integer.getInteger("test.starts", 1))
        .boxed()
        .flatMap(start -> all.stream());
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void makesOneSurveyOfThreeNodesThatStartAtOnce(List<String> addresses) throws Exception {
    empty();
    List<RunningSurvey> nodes = new ArrayList<>();
    ExecutorService starting = Executors.newFixedThreadPool(NODES);
    try {
      List<Future<RunningSurvey>> starts =
          addresses.stream()
              .map(address -> DATABASE.settings(Map.of("SURVEY_DB_URL", address)))
              .map(settings -> starting.submit(() -> node(settings)))
              .toList();
      for (Future<RunningSurvey> start : starts) {
        nodes.add(start.get());
      }

      assertThat(migrations()).hasSize(Path.of("db").toFile().list().length).containsOnly(1);
      assertOneSecret(nodes);
      assertOneAccount(nodes);
    } finally {
      starting.shutdown();
      nodes.forEach(RunningSurvey::close);
    }
  }

  private static RunningSurvey node(Map<String, String> settings) {
    return RunningSurvey.startedAt(RunningSurvey.freshHome("first-start"), settings);
  }

  private static void assertOneSecret(List<RunningSurvey> nodes) {
    for (RunningSurvey one : nodes) {
      String receipt = Respondent.receipt(Respondent.complaining(one.address()).send());
      for (RunningSurvey other : nodes) {
        HttpResponse<String> answer =
            Respondent.post(
                other.address() + "receipt",
                "application/x-www-form-urlencoded",
                "receipt=" + receipt);
        assertThat(Respondent.html(answer).expectFirst("h1").text()).isEqualTo("あなたの回答");
      }
    }
  }

  private static void assertOneAccount(List<RunningSurvey> nodes) {
    List<RunningSurvey> tellers =
        nodes.stream().filter(node -> node.output().contains("shown only now")).toList();
    assertThat(tellers).hasSize(1);
    nodes.forEach(node -> Admin.signedIn(node.address(), tellers.get(0).adminPassword()));
  }

  /** How often each migration was done, and well. */
  private static List<Integer> migrations() throws SQLException {
    List<Integer> times = new ArrayList<>();
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select sum(if(success, 1, 100)) from flyway_schema_history where type = 'SQL' group by version")) {
      while (rows.next()) {
        times.add(rows.getInt(1));
      }
    }
    return times;
  }

  private static void empty() throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database survey");
      statement.execute("create database survey character set utf8mb4");
    }
  }
}
