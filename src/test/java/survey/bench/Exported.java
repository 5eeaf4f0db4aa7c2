package survey.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * What downloads from one survey took, and what respondents noticed.
 *
 * @param size how many responses it had
 * @param heap megabytes that a file held half-way; none for files that the network's buffers take
 *     whole
 * @param noticed what respondents noticed of downloads, the last of which was given up
 */
record Exported(
    int size, Map<Export, Transfer> transfers, Map<Export, Double> heap, Disturbance noticed) {

  /** So many rows are downloaded at least, in files or in one. */
  private static final int ROWS = 1_000_000;

  private static final int MOST_TIMES = 100;

  /** Several times what the sockets of both sides take. */
  private static final long MORE_THAN_BUFFERS = 16 << 20;

  static Exported from(LoadedSurvey survey)
      throws IOException, InterruptedException, ExecutionException {
    Downloader downloader = new Downloader(survey.address());
    int times = Math.max(1, Math.min(MOST_TIMES, ROWS / survey.size()));
    Map<Export, Transfer> transfers = new EnumMap<>(Export.class);
    Map<Export, Double> heap = new EnumMap<>(Export.class);
    for (Export export : Export.values()) {
      for (int i = 0; i < times; i++) {
        transfers.merge(export, export.transfer(downloader, survey), Transfer::plus);
      }
      long bytes = transfers.get(export).bytes() / times;
      if (bytes > MORE_THAN_BUFFERS) {
        heap.put(export, heldHalfway(downloader, export, bytes, survey));
      }
      System.out.printf("%,d: %s %s%n", survey.size(), export, transfers.get(export));
    }
    return new Exported(
        survey.size(),
        transfers,
        heap,
        Disturbance.by(goesOn -> download(goesOn, downloader), survey.address()));
  }

  /**
   * The client stops reading half-way, so that the server waits for it with all that it needs; then
   * it goes.
   */
  private static double heldHalfway(
      Downloader downloader, Export export, long bytes, LoadedSurvey survey)
      throws IOException, InterruptedException {
    double idle = survey.liveMegabytes();
    try (CountedStream file = export.open(downloader)) {
      byte[] buffer = new byte[1 << 16];
      while (file.bytes() < bytes / 2 && file.read(buffer) >= 0) {}
      return survey.liveMegabytes() - idle;
    }
  }

  private static void download(BooleanSupplier goesOn, Downloader downloader)
      throws IOException, InterruptedException {
    try (CountedStream file = Export.SPREADSHEET.open(downloader)) {
      byte[] buffer = new byte[1 << 16];
      while (goesOn.getAsBoolean() && file.read(buffer) >= 0) {}
    }
  }
}
