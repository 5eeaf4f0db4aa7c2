package survey.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What downloads from one survey took, and what respondents noticed.
 *
 * @param size how many responses it had
 * @param heap megabytes that a file held half-way; none for files that the network's buffers take
 *     whole
 * @param before journeys while nothing was downloaded
 * @param meanwhile journeys while one download followed another
 * @param downloads how many these were, the last of which was still under way
 */
record Exported(
    int size,
    Map<Export, Transfer> transfers,
    Map<Export, Double> heap,
    Journeys before,
    Journeys meanwhile,
    int downloads) {
  private static final int SECONDS = Integer.getInteger("bench.seconds", 30);

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
    Journeys.lasting(SECONDS / 3, survey.address());
    Journeys before = Journeys.lasting(SECONDS, survey.address());
    AtomicBoolean goesOn = new AtomicBoolean(true);
    ExecutorService another = Executors.newSingleThreadExecutor();
    Future<Integer> downloads = another.submit(() -> downloadWhile(goesOn, downloader));
    Journeys meanwhile = Journeys.lasting(SECONDS, survey.address());
    goesOn.set(false);
    another.shutdown();
    return new Exported(survey.size(), transfers, heap, before, meanwhile, downloads.get());
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

  private static int downloadWhile(AtomicBoolean goesOn, Downloader downloader)
      throws IOException, InterruptedException {
    int downloads = 0;
    while (goesOn.get()) {
      try (CountedStream file = Export.SPREADSHEET.open(downloader)) {
        byte[] buffer = new byte[1 << 16];
        while (goesOn.get() && file.read(buffer) >= 0) {}
      }
      downloads++;
    }
    return downloads;
  }
}
