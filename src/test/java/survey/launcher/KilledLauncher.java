package survey.launcher;

import java.nio.file.Path;

/** A process with an embedded database, for a test to kill. */
final class KilledLauncher {
  private KilledLauncher() {}

  public static void main(String[] homeAndPort) throws Exception {
    new EmbeddedDatabase(Path.of(homeAndPort[0]), Integer.parseInt(homeAndPort[1])).start();
    System.out.println("serving");
    Thread.currentThread().join();
  }
}
