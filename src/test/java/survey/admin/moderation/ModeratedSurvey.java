package survey.admin.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Responses of the year 2020 by those who work for themselves, and what is counted of them: next to
 * what other tests have in the same database.
 */
final class ModeratedSurvey {
  private static final String CUBE =
      """
      select status, stop_business, complain, forgive_if_apologised, not_bothered,
             primary_choice, age_group, gender, occupation, n
      from tally where wave = 'LIVE' and occupation = 'SELF_EMPLOYED' and n > 0 order by 1, 2, 3, 4, 5, 6, 7, 8
      """;
  private static final String RECOUNTED_CUBE =
      """
      select status, stop_business, complain, forgive_if_apologised, not_bothered,
             primary_choice, age_group, gender, occupation, count(*)
      from response where wave = 'LIVE' and occupation = 'SELF_EMPLOYED'
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2, 3, 4, 5, 6, 7, 8
      """;
  private static final String DAYS =
      """
      select day, status, primary_choice, n, stop_business, complain, forgive_if_apologised, not_bothered
      from daily_tally where day < '2021-01-01' and n > 0 order by 1, 2, 3
      """;
  private static final String RECOUNTED_DAYS =
      """
      select day, status, primary_choice, count(*), sum(stop_business), sum(complain), sum(forgive_if_apologised),
             sum(not_bothered)
      from response join closed_day on day = date(date_add(submitted_at, interval 9 hour))
      where submitted_at < '2021-01-01' and status <> 'WITHDRAWN' group by 1, 2, 3 order by 1, 2, 3
      """;

  private final DataSource database;
  private final AtomicInteger added = new AtomicInteger();

  ModeratedSurvey(DataSource database) {
    this.database = database;
  }

  void forget() {
    tell("delete from daily_tally where day < '2021-01-01'");
    tell("delete from closed_day where day < '2021-01-01'");
    tell("delete from response where submitted_at < '2021-01-01'");
    tell("delete from tally where occupation = 'SELF_EMPLOYED' and wave = 'LIVE'");
    tell("delete from audit_entry where account like 'moderator%'");
  }

  long add(String at, String status, String publication) {
    return add(at, status, publication, "説明がほしい");
  }

  /** Stores a response of one of three cells, in turn, and counts it: in one transaction. */
  long add(String at, String status, String publication, String comment) {
    int turn = added.getAndIncrement() % 3;
    String choices =
        List.of("1, 1, 0, 0, 'COMPLAIN'", "0, 1, 1, 0, 'COMPLAIN'", "0, 0, 0, 1, 'NOT_BOTHERED'")
            .get(turn);
    String cell = choices + ", 'AGE_10S', 'FEMALE', 'SELF_EMPLOYED'";
    String columns =
        "stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation";
    return transaction(
        connection -> {
          run(
              connection,
              """
              insert into response (wave, submitted_at, comment, comment_public, status, key_hash, receipt_hash, %s)
              values ('LIVE', ?, ?, ?, ?, unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)), %s)
              """
                  .formatted(columns, cell),
              at.replace("T", " ").replace("Z", ""),
              comment,
              publication,
              status);
          long id = Long.parseLong(first(connection, "select last_insert_id()"));
          run(
              connection,
              """
              insert into tally (wave, status, n, %s) values ('LIVE', ?, 1, %s)
              on duplicate key update n = n + 1
              """
                  .formatted(columns, cell),
              status);
          return id;
        });
  }

  /** Stores a bare row, as a response leaves that its respondent withdrew. */
  long withdrawn(String at) {
    return transaction(
        connection -> {
          run(
              connection,
              """
              insert into response (wave, submitted_at, comment_public, status, key_hash, receipt_hash)
              values ('LIVE', ?, 'NO', 'WITHDRAWN', unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
              """,
              at.replace("T", " ").replace("Z", ""));
          return Long.parseLong(first(connection, "select last_insert_id()"));
        });
  }

  /** Closes a day as the application does, which this package has no other way to ask for. */
  void close(String day) {
    try {
      Class<?> type = Class.forName("survey.results.course.DailyTallies");
      Method close = type.getMethod("close", LocalDate.class);
      close.setAccessible(true);
      close.invoke(CDI.current().select(type).get(), LocalDate.parse(day));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A response as an admin's page would show it now. */
  Seen seen(long id) {
    return new Seen(id, Integer.parseInt(column(id, "version")));
  }

  String column(long id, String expression) {
    return text("select " + expression + " from response where id = " + id);
  }

  /** The newest entry about a response: who, when, what, of which wave, why; empty for none. */
  String audit(long id) {
    return text(
        """
        select concat_ws(' ', account, date_format(at, '%%Y-%%m-%%dT%%H:%%i:%%sZ'), action, wave, coalesce(reason, 'null'))
        from audit_entry where account like 'moderator%%' and response_id = %d order by id desc limit 1
        """
            .formatted(id));
  }

  /** The ids of the responses whose comments the results page shows. */
  List<Long> published() {
    return rows(
            """
            select id from response
            where wave = 'LIVE' and comment_public = 'APPROVED' and status in ('COUNTED', 'FLAGGED')
            """)
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  void assertThatTheCountsEqualARecount() {
    assertThat(rows(CUBE)).isEqualTo(rows(RECOUNTED_CUBE));
    assertThat(rows(DAYS)).isEqualTo(rows(RECOUNTED_DAYS));
  }

  long number(String query) {
    return Long.parseLong(text(query));
  }

  String text(String query) {
    List<String> rows = rows(query);
    return rows.isEmpty() ? "" : rows.get(0);
  }

  List<String> rows(String query) {
    return transaction(
        connection -> {
          List<String> found = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(query);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              List<String> columns = new ArrayList<>();
              for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getString(i));
              }
              found.add(String.join(" ", columns));
            }
          }
          return found;
        });
  }

  void tell(String change) {
    transaction(
        connection -> {
          run(connection, change);
          return null;
        });
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T transaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Connection connection, String change, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(change)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }
}
