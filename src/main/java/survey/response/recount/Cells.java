package survey.response.recount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import survey.response.CountedTable;

/** The cells of a table of counts, as they stand or as they should. */
final class Cells {
  private final CountedTable table;
  private final Map<List<String>, long[]> numbers = new HashMap<>();

  Cells(CountedTable table) {
    this.table = table;
  }

  /** Takes the rows of {@link CountedTable#select}. */
  static Cells read(CountedTable table, ResultSet rows) throws SQLException {
    Cells cells = new Cells(table);
    while (rows.next()) {
      List<String> key = new ArrayList<>();
      for (int i = 1; i <= table.keys().size(); i++) {
        key.add(rows.getString(i));
      }
      long[] read = new long[table.numbers().size()];
      for (int i = 0; i < read.length; i++) {
        read[i] = rows.getLong(table.keys().size() + 1 + i);
      }
      cells.add(key, read);
    }
    return cells;
  }

  void add(List<String> key, long... more) {
    long[] cell = numbers.computeIfAbsent(key, fresh -> new long[table.numbers().size()]);
    for (int i = 0; i < cell.length; i++) {
      cell[i] += more[i];
    }
  }

  /** What others lack to be like these. A cell of nothing and none are the same. */
  List<Difference> lackingIn(Cells others) {
    long[] nothing = new long[table.numbers().size()];
    Set<List<String>> keys = new HashSet<>(numbers.keySet());
    keys.addAll(others.numbers.keySet());
    List<Difference> differences = new ArrayList<>();
    for (List<String> key : keys) {
      long[] here = numbers.getOrDefault(key, nothing);
      long[] there = others.numbers.getOrDefault(key, nothing);
      if (!Arrays.equals(here, there)) {
        List<Long> lacking = new ArrayList<>();
        for (int i = 0; i < here.length; i++) {
          lacking.add(here[i] - there[i]);
        }
        differences.add(new Difference(table, key, lacking, !others.numbers.containsKey(key)));
      }
    }
    return differences;
  }
}
