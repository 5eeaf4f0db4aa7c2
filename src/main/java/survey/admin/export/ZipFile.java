package survey.admin.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import survey.questionnaire.Japan;

/**
 * Writes the CSV together with what explains it and, last, what proves that it is whole. Nothing is
 * known of a file before it is written, so the ZIP is made as it is sent.
 */
final class ZipFile {
  private static final String RESPONSES = "responses.csv";
  private static final String CODEBOOK = "codebook.csv";
  private static final String MANIFEST = "manifest.json";

  private ZipFile() {}

  /**
   * Writes the responses asked for.
   *
   * @param counter told after each response
   * @throws SQLException if the database does not give them
   * @throws IOException if the output does not take them
   */
  static void write(Snapshot snapshot, Query query, OutputStream output, Runnable counter)
      throws SQLException, IOException {
    // Not closed where something fails: that would end it in good order.
    ZipOutputStream zip = new ZipOutputStream(output);
    // A third larger than at the usual level, in a third of the time.
    zip.setLevel(Deflater.BEST_SPEED);
    Manifest manifest = new Manifest(snapshot, query);
    begin(zip, RESPONSES, snapshot);
    Digest responses = new Digest(zip);
    long rows = CsvFile.write(snapshot, query, responses, counter);
    manifest.add(RESPONSES, rows, responses);
    begin(zip, CODEBOOK, snapshot);
    Digest codebook = new Digest(zip);
    List<List<String>> entries = Codebook.rows();
    CsvFile.write(entries, query.profile(), codebook);
    manifest.add(CODEBOOK, entries.size() - 1, codebook);
    begin(zip, MANIFEST, snapshot);
    manifest.write(zip);
    zip.finish();
    zip.flush();
  }

  private static void begin(ZipOutputStream zip, String name, Snapshot snapshot)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(snapshot.asOf(), Japan.ZONE));
    zip.putNextEntry(entry);
  }
}
