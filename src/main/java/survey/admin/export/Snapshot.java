package survey.admin.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import survey.admin.selection.Conditions;
import survey.admin.selection.Selection;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.ConsistentRead;

/**
 * The database as it was at one moment, whatever arrives or changes while it is read. It holds a
 * connection until it is closed.
 */
final class Snapshot implements AutoCloseable {
  /** Gets one response after another, as the columns of {@link Columns#SQL}. */
  interface Reader {
    void read(ResultSet response) throws SQLException, IOException;
  }

  /** What the publisher of the original survey counted. */
  record Published(int n, Map<Choice, Integer> mentions) {}

  /** So many are in memory at once: 8 MB, were all their comments as long as can be. */
  static final int PAGE_SIZE = 2000;

  private final ConsistentRead view;
  private final Connection connection;
  private final Instant asOf;

  /**
   * Begins to hold on to the database as it is now.
   *
   * @param connection closed with the snapshot, or if there is none
   * @param now this moment
   */
  Snapshot(Connection connection, Instant now) throws SQLException {
    view = new ConsistentRead(connection);
    this.connection = connection;
    asOf = now;
  }

  Instant asOf() {
    return asOf;
  }

  /**
   * Reads the responses selected: the original ones in the source's order, then by submission.
   *
   * @return how many there are
   */
  long read(Selection selection, Reader reader) throws SQLException, IOException {
    return (selection.includes(Wave.ORIGINAL) ? readOriginal(selection, reader) : 0)
        + (selection.includes(Wave.LIVE) ? readLive(selection, reader) : 0);
  }

  private long readOriginal(Selection selection, Reader reader) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet responses =
            statement.executeQuery(
                "select %s from response where wave = 'ORIGINAL' and %s and %s order by original_no"
                    .formatted(
                        Columns.SQL,
                        Conditions.status(selection),
                        Conditions.closedAnswers(selection)))) {
      long rows = 0;
      for (; responses.next(); rows++) {
        reader.read(responses);
      }
      return rows;
    }
  }

  private long readLive(Selection selection, Reader reader) throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(page(selection))) {
      String from = Selection.startOf(selection.firstDay());
      long after = 0;
      long rows = 0;
      statement.setString(2, Selection.startOf(selection.dayAfterLast()));
      statement.setInt(5, PAGE_SIZE);
      int size = PAGE_SIZE;
      while (size == PAGE_SIZE) {
        statement.setString(1, from);
        statement.setString(3, from);
        statement.setLong(4, after);
        size = 0;
        try (ResultSet responses = statement.executeQuery()) {
          while (responses.next()) {
            reader.read(responses);
            if (++size == PAGE_SIZE) {
              from = responses.getString(Columns.SUBMITTED_AT);
              after = responses.getLong(Columns.ID);
            }
          }
        }
        rows += size;
      }
      return rows;
    }
  }

  /**
   * A page of the LIVE wave. The index finds where it begins by the moment alone; those of that
   * very moment that the page before had are skipped.
   */
  static String page(Selection selection) {
    return """
        select %s from response force index (response_submitted_at)
        where wave = 'LIVE' and submitted_at >= ? and submitted_at < ? and not (submitted_at = ? and id <= ?)
          and %s and %s
        order by submitted_at, id
        limit ?
        """
        .formatted(Columns.SQL, Conditions.status(selection), Conditions.closedAnswers(selection));
  }

  /** The published tally of the original survey. */
  Published published() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tally =
            statement.executeQuery("select * from published_tally where wave = 'ORIGINAL'")) {
      tally.next();
      Map<Choice, Integer> mentions = new EnumMap<>(Choice.class);
      for (Choice choice : Choice.values()) {
        mentions.put(choice, tally.getInt(Conditions.column(choice)));
      }
      return new Published(tally.getInt("base_n"), mentions);
    }
  }

  @Override
  public void close() {
    view.close();
  }
}
