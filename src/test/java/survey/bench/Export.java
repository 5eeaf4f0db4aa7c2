package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files that an admin takes away. */
enum Export {
  RAW("CSV, raw", "admin/responses.csv?profile=raw"),
  SPREADSHEET("CSV, spreadsheet", "admin/responses.csv"),
  ZIP("ZIP", "admin/export.zip") {
    @Override
    long rows(InputStream file) throws IOException {
      ZipInputStream parts = new ZipInputStream(file);
      long rows = 0;
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().equals("responses.csv")) {
          rows = super.rows(parts);
        }
      }
      return rows;
    }
  };

  private static final int BUFFER = 1 << 16;

  private final String title;
  private final String path;

  Export(String title, String path) {
    this.title = title;
    this.path = path;
  }

  String title() {
    return title;
  }

  /** From one end of a download to the other. */
  Transfer transfer(Downloader downloader, LoadedSurvey survey)
      throws IOException, InterruptedException {
    double server = survey.serverMillis();
    double database = survey.databaseMillis();
    long start = System.nanoTime();
    long rows;
    CountedStream file = open(downloader);
    try (file) {
      rows = rows(file);
      // To the very end, without which it is broken.
      file.transferTo(OutputStream.nullOutputStream());
    }
    assertThat(rows).as("responses in %s", this).isGreaterThanOrEqualTo(survey.size());
    return new Transfer(
        1,
        rows,
        file.bytes(),
        (System.nanoTime() - start) / 1e9,
        (survey.serverMillis() - server) / 1000,
        (survey.databaseMillis() - database) / 1000);
  }

  /** A download that has begun. */
  CountedStream open(Downloader downloader) throws IOException, InterruptedException {
    return downloader.download(path);
  }

  /** How many responses a file has: rows end with CRLF, lines of a comment with LF alone. */
  long rows(InputStream file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long rows = -1;
    for (int length = file.read(buffer); length >= 0; length = file.read(buffer)) {
      for (int i = 0; i < length; i++) {
        if (buffer[i] == '\r') {
          rows++;
        }
      }
    }
    return rows;
  }
}
