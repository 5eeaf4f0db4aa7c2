package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import survey.TestDatabase;

/**
 * What the database holds, compared with what clients were told. The comparisons are the database's
 * own sums, not the application's.
 *
 * @param lost acknowledged receipts that no row has with the answers that were sent, or that
 *     another form had been told as well
 * @param doubled rows that no form stands for; the database lets no receipt have two
 * @param differing cells in which the cube is not what a recount of the rows is
 */
record Books(int acknowledged, int lost, int doubled, int differing) {
  /**
   * Of the server that this leads to.
   *
   * @param forms how many forms were opened and sent until they were acknowledged
   */
  static Books of(Connection connection, Ledger ledger, int forms) throws SQLException {
    List<String> stored =
        column(
            connection,
            """
            select concat_ws(' ', hex(receipt_hash), primary_choice, age_group, gender, occupation, comment,
                             stop_business + complain + forgive_if_apologised + not_bothered)
            from response where wave = 'LIVE'
            """);
    Set<String> rows = new HashSet<>(stored);
    Set<String> acknowledged =
        ledger.acknowledged().stream()
            .map(each -> hash(each.receipt()) + " " + each.answers() + " 1")
            .collect(Collectors.toSet());
    // A receipt that two forms were told stands for one of them.
    int lost = Math.max(0, forms - acknowledged.size());
    acknowledged.removeAll(rows);
    lost += acknowledged.size();
    int differing = Integer.parseInt(column(connection, TestDatabase.DIFFERING_CELLS).get(0));
    return new Books(ledger.size(), lost, Math.max(0, stored.size() - forms), differing);
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> column = new ArrayList<>();
      while (result.next()) {
        column.add(result.getString(1));
      }
      return column;
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
