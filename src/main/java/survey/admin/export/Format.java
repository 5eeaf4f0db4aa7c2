package survey.admin.export;

import java.time.Instant;
import java.time.LocalDate;
import survey.questionnaire.Japan;

/** The kinds of files. */
enum Format {
  CSV("text/csv;charset=UTF-8", "csv"),
  ZIP("application/zip", "zip");

  private final String contentType;
  private final String ending;

  Format(String contentType, String ending) {
    this.contentType = contentType;
    this.ending = ending;
  }

  /** The format of an address. */
  static Format of(String address) {
    return address.endsWith(ZIP.ending) ? ZIP : CSV;
  }

  String contentType() {
    return contentType;
  }

  /** A file's name, with the day in Japan. */
  String fileName(Instant now) {
    return "survey-responses-%s.%s".formatted(LocalDate.ofInstant(now, Japan.ZONE), ending);
  }
}
