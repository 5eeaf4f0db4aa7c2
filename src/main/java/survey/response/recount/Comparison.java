package survey.response.recount;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import survey.response.ConsistentRead;
import survey.response.CountedTable;

/** The database as it was at one moment: its rows counted, and compared with its counts. */
final class Comparison implements AutoCloseable {
  /** What is done between two steps. */
  interface Pause {
    void take() throws InterruptedException;
  }

  /**
   * Unknown choices have a code of their own, as in survey.response.Cell. Days are Japan's, and
   * texts: the driver takes long over dates.
   */
  private static final String STEP =
      """
      select wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
             primary_choice, age_group, gender, occupation, day, count(*), max(id)
      from (select id, wave, status, coalesce(stop_business, 9) stop_business, coalesce(complain, 9) complain,
                   coalesce(forgive_if_apologised, 9) forgive_if_apologised, coalesce(not_bothered, 9) not_bothered,
                   primary_choice, age_group, gender, occupation,
                   cast(date(date_add(submitted_at, interval 9 hour)) as char) day
            from response where id > ? order by id limit ?) step
      group by wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
               primary_choice, age_group, gender, occupation, day
      """;

  private static final int STATUS = 1;
  private static final int FIRST_CHOICE = 2;
  private static final int PRIMARY = 6;
  private static final int DAY = 11;
  private static final int COUNT = 12;
  private static final int ID = 13;

  private final ConsistentRead view;
  private final Connection connection;
  private final Cells cube = new Cells(CountedTable.CUBE);
  private final Cells days = new Cells(CountedTable.CLOSED_DAYS);
  private long responses;

  /**
   * Begins to hold on to the database as it is now.
   *
   * @param connection closed with this, and if this fails
   */
  Comparison(Connection connection) throws SQLException {
    view = new ConsistentRead(connection);
    this.connection = connection;
  }

  /**
   * Counts all rows and compares.
   *
   * @param step how many rows at a time
   */
  Finding compare(int step, Pause pause) throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select utc_timestamp(6), rebuilds from recount where id = 1")) {
      row.next();
      Instant asOf = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
      long rebuilds = row.getLong(2);
      countRows(step, closedDays(), pause);
      List<Difference> differences = new ArrayList<>();
      // The days first, as whoever changes a response takes them.
      differences.addAll(days.lackingIn(read(CountedTable.CLOSED_DAYS)));
      differences.addAll(cube.lackingIn(read(CountedTable.CUBE)));
      return new Finding(asOf, rebuilds, responses, differences);
    }
  }

  private Set<String> closedDays() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select cast(day as char) from closed_day")) {
      Set<String> closed = new HashSet<>();
      while (rows.next()) {
        closed.add(rows.getString(1));
      }
      return closed;
    }
  }

  private void countRows(int step, Set<String> closed, Pause pause)
      throws SQLException, InterruptedException {
    try (PreparedStatement statement = connection.prepareStatement(STEP)) {
      statement.setInt(2, step);
      long last = 0;
      int size = step;
      while (size == step) {
        statement.setLong(1, last);
        size = 0;
        try (ResultSet groups = statement.executeQuery()) {
          while (groups.next()) {
            size += groups.getInt(COUNT);
            last = Math.max(last, groups.getLong(ID));
            count(groups, closed);
          }
        }
        pause.take();
      }
    }
  }

  private void count(ResultSet group, Set<String> closed) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 1; i <= CountedTable.CUBE.keys().size(); i++) {
      key.add(group.getString(i));
    }
    if (key.get(STATUS).equals("WITHDRAWN")) {
      return;
    }
    long n = group.getLong(COUNT);
    responses += n;
    cube.add(key, n);
    String day = group.getString(DAY);
    if (closed.contains(day)) {
      long[] numbers = new long[CountedTable.CLOSED_DAYS.numbers().size()];
      numbers[0] = n;
      for (int i = 1; i < numbers.length; i++) {
        numbers[i] = n * Long.parseLong(key.get(FIRST_CHOICE + i - 1));
      }
      days.add(List.of(key.get(0), key.get(STATUS), day, key.get(PRIMARY)), numbers);
    }
  }

  private Cells read(CountedTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(table.select())) {
      return Cells.read(table, rows);
    }
  }

  @Override
  public void close() {
    view.close();
  }
}
