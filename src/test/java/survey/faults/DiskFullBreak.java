package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;

/** The disk that the database's data are on fills up, and then has room again. */
class DiskFullBreak {
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final Duration LONGEST_NOTICING = Duration.ofMinutes(3);

  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("disk-full");
    run("mount", "-t", "tmpfs", "-o", "size=700m,mode=0700", "tmpfs", home.toString());
    Report report = new Report();
    try (Ledger ledger = Ledger.beside(home)) {
      int forms = fill(home, report, ledger);
      Books books = Books.of(home, ledger, forms);
      report.write("disk of the data folder full", books, ledger);
      books.assertRight();
    } finally {
      run("umount", "--lazy", home.toString());
    }
  }

  private static int fill(Path home, Report report, Ledger ledger) throws Exception {
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of());
        Load load = new Load(Duration.ofSeconds(10), ledger, List.of(survey.address()))) {
      report.warm(load);
      for (int i = 0; i < Report.times(5); i++) {
        load.awaitSeconds(3);
        Path filler = home.resolve("filler");
        fill(filler);
        long broken = System.nanoTime();
        RunningSurvey.await(
            () -> ledger.others().getOrDefault("page to send again", 0) > 0, LONGEST_NOTICING);
        Files.delete(filler);
        long whole = System.nanoTime();
        Health.awaitReady(survey.address(), RECOVERY);
        long ready = System.nanoTime();
        load.awaitSeconds(1);
        report.add(ledger, broken, whole, ready);
      }
      return load.settle();
    }
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
