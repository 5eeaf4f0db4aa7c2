package survey.admin.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;

/** Writes files as RFC 4180 has them: in UTF-8, with CRLF, and {@link Quotes}. */
final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER = 1 << 15;

  private CsvFile() {}

  /**
   * Writes the responses asked for, a row each below the columns' names.
   *
   * @param counter told after each response
   * @return how many there were
   * @throws SQLException if the database does not give them
   * @throws IOException if the output does not take them
   */
  static long write(Snapshot snapshot, Query query, OutputStream output, Runnable counter)
      throws SQLException, IOException {
    Columns columns = new Columns(query.profile()::cell);
    try {
      CsvWriter csv = begin(query.profile(), output);
      csv.writeRecord(Columns.NAMES);
      long rows =
          snapshot.read(
              query.selection(),
              response -> {
                csv.writeRecord(columns.cells(response));
                counter.run();
              });
      csv.flush();
      return rows;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes some rows, the first of which names the columns. */
  static void write(List<List<String>> rows, Profile profile, OutputStream output)
      throws IOException {
    try {
      CsvWriter csv = begin(profile, output);
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(profile::cell).toList());
      }
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static CsvWriter begin(Profile profile, OutputStream output) throws IOException {
    Writer text = new OutputStreamWriter(output, UTF_8);
    if (profile == Profile.SPREADSHEET) {
      text.write(BYTE_ORDER_MARK);
    }
    return CsvWriter.builder().quoteStrategy(new Quotes(profile)).bufferSize(BUFFER).build(text);
  }
}
