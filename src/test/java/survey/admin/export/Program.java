package survey.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the system that a test runs. */
final class Program {
  private static final int LONGEST_MINUTES = 1;

  private Program() {}

  /** Runs it in this folder and gives what it printed; it must succeed. */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      boolean isOver = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      assertThat(isOver).as("%s does not end", command).isTrue();
      assertThat(process.exitValue()).as("%s", command).isZero();
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
