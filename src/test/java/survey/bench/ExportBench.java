package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What downloads cost, and what respondents notice of them, with few, many and very many responses.
 * Writes {@code target/bench/exports.md}.
 *
 * <p>System properties: {@code bench.sizes}, numbers of responses with commas between, and {@code
 * bench.seconds} of respondents without and with downloads.
 */
class ExportBench {
  private static final List<Integer> SIZES =
      Stream.of(System.getProperty("bench.sizes", "100,100000,5000000").split(",", -1))
          .map(Integer::valueOf)
          .toList();
  private static final double MEGABYTE = 1 << 20;
  private static final int FAST = 200_000;
  private static final int SMALL = 64;

  @Test
  void exportsOfFewManyAndVeryManyResponses() throws Exception {
    List<Exported> all = new ArrayList<>();
    for (int size : SIZES) {
      try (LoadedSurvey survey = new LoadedSurvey(size)) {
        all.add(Exported.from(survey));
      }
    }
    Path report = Files.createDirectories(Path.of("target/bench")).resolve("exports.md");
    Files.writeString(report, markdown(all));
    assertThat(report).isNotEmptyFile();
  }

  private static String markdown(List<Exported> all) {
    return """
        ## Exports of %s responses

        One admin, signed in by a cookie, downloads one file after another from the survey as it ships; every file is
        read to its end and its rows are counted. Small files are downloaded until there are 1,000,000 rows or 100 files;
        nothing is left out as a warm-up. CPU is user and system time of each process. Heap is what a full
        collection leaves while the client stops reading half-way, above the same before; files that the sockets' buffers take
        whole (–) are not halted.

        | responses | file | size | time for one | rows/s | rows per CPU-second of the server | of the database | heap |
        |---|---|---|---|---|---|---|---|
        %s
        Targets, of the largest number: at least %,d rows per CPU-second of the server: %s. Less than %d MB of heap: %s.

        Respondents meanwhile: %d a second open the form, send it and read the thanks, for as long without downloads (half before,
        half after) as with one spreadsheet CSV after another. Milliseconds from when a respondent was to start until the thanks are there.

        | responses | %s
        |---|---|---|---|---|---|---|
        %s"""
        .formatted(
            SIZES.stream().map("%,d"::formatted).collect(Collectors.joining(", ")),
            all.stream().flatMap(ExportBench::files).collect(Collectors.joining()),
            FAST,
            speed(last(all)),
            SMALL,
            heap(last(all)),
            Journeys.RATE,
            Disturbance.COLUMNS,
            all.stream().map(ExportBench::journeys).collect(Collectors.joining()));
  }

  private static Exported last(List<Exported> all) {
    return all.get(all.size() - 1);
  }

  private static Stream<String> files(Exported exported) {
    return exported.transfers().entrySet().stream()
        .map(entry -> file(exported, entry.getKey(), entry.getValue()));
  }

  private static String file(Exported exported, Export export, Transfer transfer) {
    Double heap = exported.heap().get(export);
    return "| %,d | %s | %,.1f MB | %,.3f s | %,.0f | %,.0f | %,.0f | %s |%n"
        .formatted(
            exported.size(),
            export.title(),
            transfer.bytes() / MEGABYTE / transfer.times(),
            transfer.seconds() / transfer.times(),
            transfer.rows() / transfer.seconds(),
            transfer.rowsPerServerSecond(),
            transfer.rows() / transfer.database(),
            heap == null ? "–" : "%.1f MB".formatted(heap));
  }

  private static String speed(Exported exported) {
    double slowest =
        exported.transfers().values().stream()
            .mapToDouble(Transfer::rowsPerServerSecond)
            .min()
            .orElseThrow();
    return "%s (%,.0f at least)".formatted(slowest >= FAST ? "met" : "missed", slowest);
  }

  private static String heap(Exported exported) {
    Map<Export, Double> heap = exported.heap();
    if (heap.isEmpty()) {
      return "not measured";
    }
    double most = heap.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return "%s (%.1f MB at most)".formatted(most < SMALL ? "met" : "missed", most);
  }

  private static String journeys(Exported exported) {
    return "| %,d | %s%n".formatted(exported.size(), exported.noticed().cells());
  }
}
