package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import survey.launcher.EmbeddedDatabase;

/** The comparison of the waves: published alike by two nodes on one database, at looks only. */
class ComparisonIT {
  private static EmbeddedDatabase database;
  private static RunningSurvey first;
  private static RunningSurvey second;

  @BeforeAll
  static void start() throws Exception {
    database =
        new EmbeddedDatabase(RunningSurvey.freshHome("comparison"), RunningSurvey.freePort());
    database.start();
    first = node();
    second = node();
  }

  private static RunningSurvey node() {
    return RunningSurvey.startedAt(
        RunningSurvey.freshHome("node"),
        Map.of(
            "SURVEY_DB_URL", database.url(),
            "SURVEY_DB_USER", database.user(),
            "SURVEY_DB_PASSWORD", database.password()));
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    database.stop();
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }

  /** Rows and their cell in one transaction, as the application would add them. */
  private static void add(int people, int stop, int complain, int forgive, int not, String primary)
      throws SQLException {
    String answers = "%d, %d, %d, %d, '%s'".formatted(stop, complain, forgive, not, primary);
    String rest = "'AGE_30S', 'FEMALE', 'PART_TIME'";
    try (Connection connection = connect();
        PreparedStatement row =
            connection.prepareStatement(
                """
                insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                                      primary_choice, age_group, gender, occupation, comment_public, status,
                                      key_hash, receipt_hash)
                values ('LIVE', utc_timestamp(6), %s, %s, 'NO', 'COUNTED', random_bytes(32), random_bytes(32))
                """
                    .formatted(answers, rest));
        Statement cell = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int person = 0; person < people; person++) {
        row.addBatch();
      }
      row.executeBatch();
      cell.executeUpdate(
          "insert into tally values ('LIVE', 'COUNTED', %s, %s, %d) on duplicate key update n = n + %d"
              .formatted(answers, rest, people, people));
      connection.commit();
    }
  }

  private static void addWhoWouldStop(int people) throws SQLException {
    add(people, 1, 0, 0, 0, "STOP_BUSINESS");
  }

  private static Document page(RunningSurvey node) {
    return Respondent.html(Respondent.get(node.address() + "results"));
  }

  private static String section(RunningSurvey node) {
    return page(node).expectFirst("#comparison").text();
  }

  private static List<String> atOnce() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(8);
    List<Future<String>> sections = new ArrayList<>();
    for (int reader = 0; reader < 8; reader++) {
      RunningSurvey node = reader % 2 == 0 ? first : second;
      sections.add(readers.submit(() -> section(node)));
    }
    List<String> texts = new ArrayList<>();
    for (Future<String> section : sections) {
      texts.add(section.get());
    }
    readers.shutdown();
    return texts;
  }

  @Test
  void isMadeAtAHundredAndAtEveryDoublingAlone() throws Exception {
    addWhoWouldStop(39);
    add(20, 1, 1, 0, 0, "COMPLAIN");
    add(20, 0, 1, 0, 0, "COMPLAIN");
    add(10, 0, 0, 1, 0, "FORGIVE_IF_APOLOGISED");
    add(10, 0, 0, 0, 1, "NOT_BOTHERED");
    assertThat(section(first))
        .contains("回答者が100人に達したときに初めて行います。いまは99人で、あと1人です。")
        .contains("約20ポイント以上の増加です")
        .contains("約14ポイント");
    assertThat(page(first).select("#differences, #primary-comparison")).isEmpty();
    ComparisonShots.take("before", first.address());

    addWhoWouldStop(4);
    List<String> sections = atOnce();
    assertThat(sections).allMatch(sections.get(0)::equals);
    assertThat(sections.get(0))
        .contains("第1回の比較（今回の調査の回答者103人）")
        .contains("検定の水準は0.025です。")
        .contains("次の比較は、回答者が200人に達したときに行います。");
    assertThat(count("select count(*) from comparison_look")).isEqualTo(1);
    assertThat(count("select n from comparison_look")).isEqualTo(103);
    assertThat(
            count(
                "select abs(timestampdiff(second, taken_at, utc_timestamp())) from comparison_look"))
        .isLessThan(60);
    theFiguresAreThoseOfOthers();
    ComparisonShots.take("first", first.address());

    addWhoWouldStop(47);
    assertThat(Respondent.count(first.address())).isEqualTo(150);
    assertThat(atOnce()).containsOnly(sections.get(0));

    execute(
        "update tally set n = n - 85 where wave = 'LIVE' and complain = 0 and stop_business = 1");
    assertThat(Respondent.count(first.address())).isEqualTo(65);
    assertThat(atOnce()).containsOnly(sections.get(0));
    execute(
        "update tally set n = n + 85 where wave = 'LIVE' and complain = 0 and stop_business = 1");

    addWhoWouldStop(57);
    theLookKnownStaysWhileNoneCanBeStored(sections.get(0));
    RunningSurvey.await(
        () -> section(first).contains("第2回の比較（今回の調査の回答者207人）"), Duration.ofSeconds(30));
    List<String> doubled = atOnce();
    assertThat(doubled).allMatch(doubled.get(0)::equals);
    assertThat(doubled.get(0)).contains("検定の水準は0.0083です。").contains("400人に達したとき");
    assertThat(count("select n from comparison_look where number = 2")).isEqualTo(207);
    Document english = Respondent.html(Respondent.get(first.address() + "results?lang=en"));
    assertThat(english.select("#differences .p").eachText())
        .containsExactly(
            "Adjusted p <0.001", "Adjusted p <0.001", "Adjusted p <0.001", "Adjusted p 1");
    assertThat(english.select("#differences .verdict strong").eachText())
        .containsExactly(
            "Larger than chance alone would readily explain.",
            "Larger than chance alone would readily explain.",
            "Larger than chance alone would readily explain.",
            "Not larger than chance alone could produce.");

    ComparisonShots.take("second", first.address());

    first.close();
    first = node();
    assertThat(section(first)).isEqualTo(doubled.get(0));
  }

  /** As in survey.results.comparison.ComparisonTest: scipy, and Newcombe's formula in Python. */
  private static void theFiguresAreThoseOfOthers() {
    Document page = page(second);
    assertThat(page.select("#differences .measure .share:not(:empty)").eachText())
        .containsExactly("+15.2ポイント", "−15.2ポイント", "−13.3ポイント", "+4.7ポイント");
    assertThat(page.select("#differences .measure .figures:not(:empty)").eachText())
        .containsExactly(
            "95%区間 +1.5～+28.1", "95%区間 −28.1～−1.5", "95%区間 −23.4～−3.1", "95%区間 −2.8～+12.5");
    assertThat(page.select("#differences .p").eachText())
        .containsExactly("調整後のp値 0.11", "調整後のp値 0.11", "調整後のp値 0.052", "調整後のp値 0.28");
    assertThat(page.select("#differences .verdict strong").eachText())
        .containsOnly("偶然だけでも生じうる大きさの差です。");
    assertThat(page.select("#differences .mark").eachText()).containsExactly("設問の条件が異なります");
    assertThat(page.select("#primary-comparison tbody td").eachText())
        .containsExactly(
            "39人", "43人", "+0.40", "39人", "40人", "−0.02", "16人", "10人", "−1.34", "6人", "10人",
            "+0.98");
    assertThat(page.expectFirst("#primary-comparison").text())
        .contains("p値は0.48、クラメールのVは0.11です")
        .contains("p値0.47、V 0.11")
        .contains("周辺度数が同じすべての表を数え上げた正確な値です");
    // On a scale of 30 points to either side.
    Element stop = page.expectFirst("#differences .STOP_BUSINESS .dots");
    assertThat(stop.expectFirst("circle").attr("cx")).isEqualTo("75.3%");
    assertThat(stop.expectFirst(".range").attr("x1")).isEqualTo("52.4%");
    assertThat(stop.expectFirst(".range").attr("x2")).isEqualTo("96.8%");
    assertThat(page.select("#differences .marks text").eachText())
        .containsExactly("−30", "−15", "0", "+15", "+30");
  }

  private static void theLookKnownStaysWhileNoneCanBeStored(String known) throws Exception {
    execute("rename table comparison_look to comparison_look_elsewhere");
    try {
      assertThat(atOnce()).containsOnly(known);
      assertThat(first.output() + logged(first)).doesNotContain("comparison_look");
    } finally {
      execute("rename table comparison_look_elsewhere to comparison_look");
    }
  }

  private static String logged(RunningSurvey node) throws Exception {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(node.home().resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    assertThat(text.toString()).contains("the waves cannot be compared");
    return text.toString();
  }
}
