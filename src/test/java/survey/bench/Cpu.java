package survey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes have cost so far. */
final class Cpu {
  private static final double MILLIS_A_TICK = 10;
  private static final int USER = 11;

  private Cpu() {}

  /** User and system time of a process, in milliseconds; the kernel gives it in steps of ten. */
  static double millis(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name of the command, in brackets, may hold blanks.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1])) * MILLIS_A_TICK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
