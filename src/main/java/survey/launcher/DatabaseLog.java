package survey.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What mariadbd says, in a file of its own that it keeps writing to when the launcher is killed.
 * Two files of some megabytes at most: it is put aside at a start, and between starts mariadbd says
 * little.
 */
final class DatabaseLog {
  private static final long LARGE = 1_000_000;
  private static final int LINES_IN_A_SENTENCE = 3;

  private final Path file;
  private long beginning;

  DatabaseLog(Path home) {
    file = home.resolve("log").resolve("mariadb.log");
  }

  Redirect open() throws IOException {
    Folders.make(file.getParent());
    if (Files.exists(file) && Files.size(file) > LARGE) {
      Files.move(file, file.resolveSibling("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    beginning = Files.exists(file) ? Files.size(file) : 0;
    return Redirect.appendTo(file.toFile());
  }

  /**
   * The first errors since {@link #open}, or the last lines where none is marked as one, on one
   * line.
   */
  String reason() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.max(beginning, log.length() - LARGE));
      byte[] rest = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(rest);
      List<String> lines =
          new String(rest, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
      List<String> errors = lines.stream().filter(line -> line.contains("ERROR")).toList();
      List<String> telling =
          errors.isEmpty()
              ? lines.subList(Math.max(0, lines.size() - LINES_IN_A_SENTENCE), lines.size())
              : errors.subList(0, Math.min(errors.size(), LINES_IN_A_SENTENCE));
      return String.join(" / ", telling) + " (" + file + ")";
    } catch (IOException e) {
      return "see " + file;
    }
  }
}
