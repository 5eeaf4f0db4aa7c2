package survey.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One of the scripts in {@code src/test/servers}, with the folder and the ports of its servers. */
record Script(String name, Path folder, int firstPort) {
  private static final Path SCRIPTS = Path.of("src/test/servers");

  /** Returns what it printed, once it has ended well. */
  String run(String... arguments) {
    try {
      List<String> command =
          Stream.concat(Stream.of(SCRIPTS.resolve(name).toString()), Stream.of(arguments)).toList();
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("SERVERS", folder.toString());
      builder.environment().put("PORT", Integer.toString(firstPort));
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ":\n" + output);
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
