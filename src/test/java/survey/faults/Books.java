package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import survey.TestDatabase;

/**
 * What the database holds, compared with what clients were told. The comparisons are the database's
 * own sums, not the application's.
 *
 * @param lost acknowledged receipts that no row has
 * @param doubled rows of a receipt that has one already, and rows that no form stands for
 * @param differing cells in which the cube is not what a recount of the rows is
 */
record Books(int acknowledged, int lost, int doubled, int differing) {
  private static final String ANSWERS =
      "wave, status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation";

  private static final String RECOUNT =
      """
      select wave, status, coalesce(stop_business, 9), coalesce(complain, 9), coalesce(forgive_if_apologised, 9),
             coalesce(not_bothered, 9), primary_choice, age_group, gender, occupation, count(*)
      from response where status <> 'WITHDRAWN'
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      """;

  /** Of the database in a survey's home, once that survey has ended. */
  static Books of(Path home, Ledger ledger, int forms) throws SQLException {
    try (TestDatabase database = TestDatabase.embedded(home)) {
      return of(database, ledger, forms);
    }
  }

  /** Of a database that nobody writes to. */
  static Books of(TestDatabase database, Ledger ledger, int forms) throws SQLException {
    try (Connection connection = database.connect()) {
      return of(connection, ledger, forms);
    }
  }

  /**
   * Of the server that this leads to.
   *
   * @param forms how many forms were opened and sent until they were acknowledged
   */
  static Books of(Connection connection, Ledger ledger, int forms) throws SQLException {
    Map<String, Integer> stored = new HashMap<>();
    for (List<String> row :
        rows(connection, "select hex(receipt_hash) from response where wave = 'LIVE'")) {
      stored.merge(row.get(0), 1, Integer::sum);
    }
    int lost = 0;
    for (Ledger.Acknowledged each : ledger.acknowledged()) {
      lost += stored.containsKey(hash(each.receipt())) ? 0 : 1;
    }
    int rows = stored.values().stream().mapToInt(Integer::intValue).sum();
    List<List<String>> cube = rows(connection, "select " + ANSWERS + ", n from tally where n <> 0");
    List<List<String>> recount = rows(connection, RECOUNT);
    List<List<String>> differing = new ArrayList<>(cube);
    differing.removeAll(recount);
    recount.removeAll(cube);
    return new Books(
        ledger.size(), lost, Math.max(0, rows - forms), Math.max(differing.size(), recount.size()));
  }

  private static List<List<String>> rows(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        String[] row = new String[result.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] = result.getString(i + 1);
        }
        rows.add(Arrays.asList(row));
      }
      return rows;
    }
  }

  /** As {@code survey.response.Receipt} has it: SHA-256 of the code. */
  private static String hash(String receipt) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(receipt.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every acknowledged response is there, every form once, and the cube is what a recount is. */
  void assertRight() {
    assertThat(this).isEqualTo(new Books(acknowledged, 0, 0, 0));
  }
}
