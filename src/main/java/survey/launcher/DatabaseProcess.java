package survey.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** One run of mariadbd on our data: just started, or left behind by a launcher that was killed. */
record DatabaseProcess(ProcessHandle handle, Path data) {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(90);
  private static final Duration LONGEST_KILL = Duration.ofSeconds(10);
  private static final int GREETING_LIMIT_MS = 1_000;
  private static final Pattern PID = Pattern.compile("\\d{1,18}");

  /**
   * Writes the process id itself: mariadbd does so only when it has recovered, which may take a
   * while.
   */
  static DatabaseProcess start(ProcessBuilder command, Path home) throws IOException {
    Process process = command.start();
    process.getOutputStream().close();
    Files.writeString(pidFile(home), Long.toString(process.pid()));
    return new DatabaseProcess(process.toHandle(), data(home));
  }

  static void endLeftBehind(Path home) throws IOException {
    Path file = pidFile(home);
    String pid = Files.exists(file) ? Files.readString(file).strip() : "";
    if (PID.matcher(pid).matches()) {
      ProcessHandle.of(Long.parseLong(pid))
          .map(handle -> new DatabaseProcess(handle, data(home)))
          .filter(DatabaseProcess::isRunning)
          .ifPresent(DatabaseProcess::end);
    }
  }

  static Path pidFile(Path home) {
    return home.resolve("mariadb.pid");
  }

  static Path data(Path home) {
    return home.resolve("db");
  }

  /**
   * By its command line, since a process id is soon another's. A zombie's is empty: it counts as
   * gone.
   */
  boolean isRunning() {
    try {
      String commandLine =
          Files.readString(
              Path.of("/proc/" + handle.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
      String[] words = commandLine.split("\0", -1);
      String ours =
          new String(
              ("--datadir=" + data).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return handle.isAlive() && words[0].endsWith("/mariadbd") && List.of(words).contains(ours);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The greeting is sent once all is recovered and the users are made; the port alone opens sooner.
   */
  boolean greetsAt(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), GREETING_LIMIT_MS);
      socket.setSoTimeout(GREETING_LIMIT_MS);
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  void awaitEnd() {
    handle.onExit().join();
  }

  /**
   * SIGTERM, on which mariadbd ends cleanly however long it takes; SIGKILL only where that cannot
   * be hoped for.
   */
  void end() {
    handle.destroy();
    if (!Patience.until(() -> !isRunning(), LONGEST_STOP)) {
      handle.destroyForcibly();
      Patience.until(() -> !isRunning(), LONGEST_KILL);
    }
  }
}
