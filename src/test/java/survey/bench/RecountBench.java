package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.Admin;
import survey.RunningSurvey;

/**
 * What it costs to compare the counts with very many responses, and what respondents notice of it.
 * Writes {@code target/bench/recount.md}.
 *
 * <p>System properties: {@code bench.responses}, how many, and {@code bench.seconds} of respondents
 * without and with it.
 */
class RecountBench {
  private static final int SIZE = Integer.getInteger("bench.responses", 5_000_000);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Test
  void aRecountOfVeryManyResponses() throws Exception {
    try (LoadedSurvey survey = new LoadedSurvey(SIZE)) {
      Admin admin = Admin.signedIn(survey.address(), Downloader.PASSWORD);
      // The one that a start makes.
      awaitNone(survey);
      double server = survey.serverMillis();
      double database = survey.databaseMillis();
      long start = System.nanoTime();
      recount(admin, survey);
      double seconds = (System.nanoTime() - start) / 1e9;
      server = survey.serverMillis() - server;
      database = survey.databaseMillis() - database;
      long compared = Long.parseLong(survey.ask("select responses from recount"));
      Disturbance noticed = Disturbance.by(goesOn -> recount(admin, survey), survey.address());
      assertThat(survey.ask("select cells from recount")).isEqualTo("0");
      Path report = Files.createDirectories(Path.of("target/bench")).resolve("recount.md");
      Files.writeString(
          report,
          """
          ## A recount of %,d responses

          The counts are compared with all rows, once, with nobody else there. CPU is user and system time of each process.

          | responses | time | CPU of the server | of the database |
          |--:|--:|--:|--:|
          | %,d | %.1f s | %.1f s | %.1f s |

          Respondents meanwhile: %d a second open the form, send it and read the thanks, for as long without a recount (half before,
          half after) as with one after another, of which the last need not have ended. Milliseconds from when a respondent was to
          start until the thanks are there.

          | responses | %s
          |--:|--:|--:|--:|--:|--:|--:|
          | %,d | %s
          """
              .formatted(
                  SIZE,
                  compared,
                  seconds,
                  server / 1e3,
                  database / 1e3,
                  Journeys.RATE,
                  Disturbance.COLUMNS,
                  SIZE,
                  noticed.cells()));
    }
  }

  private static void recount(Admin admin, LoadedSurvey survey) {
    assertThat(admin.post("admin/recount", Map.of("csrf", admin.csrf())).statusCode())
        .isEqualTo(303);
    awaitNone(survey);
  }

  private static void awaitNone(LoadedSurvey survey) {
    RunningSurvey.await(
        () -> survey.ask("select as_of is not null and asked = answered from recount").equals("1"),
        LONGEST);
  }
}
