package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;

/** The disk that the database's data are on fills up, and then has room again. */
class DiskFullBreak {
  private static final Duration LONGEST_NOTICING = Duration.ofMinutes(3);

  /** Until so many have been told to send again: for some seconds. */
  private static final int FULL_FOR = Report.isWhole() ? 2_000 : 100;

  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("disk-full");
    run("mount", "-t", "tmpfs", "-o", "size=700m,mode=0700", "tmpfs", home.toString());
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(10), survey.address())) {
      breaking.repeat(5, () -> fillAndFree(survey, breaking.ledger()));
      breaking.compare("disk of the data folder full", survey);
    } finally {
      run("umount", "--lazy", home.toString());
    }
  }

  private static Duration fillAndFree(RunningSurvey survey, Ledger ledger) throws Exception {
    int enough = sentAgain(ledger) + FULL_FOR;
    Path filler = survey.home().resolve("filler");
    fill(filler);
    RunningSurvey.await(() -> sentAgain(ledger) >= enough, LONGEST_NOTICING);
    Files.delete(filler);
    long free = System.nanoTime();
    return Health.awaitReady(survey.address(), free);
  }

  private static int sentAgain(Ledger ledger) {
    return ledger.others().getOrDefault(Load.CLEAR, 0);
  }

  private static void fill(Path filler) throws IOException {
    byte[] part = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(part);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
