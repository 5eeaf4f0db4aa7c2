package survey.launcher;

import java.io.IOException;
import java.time.Duration;

/**
 * Starts the database again whenever it dies: at once, then more and more slowly if it keeps dying
 * right after its start.
 */
record DatabaseKeeper(EmbeddedDatabase database) implements Runnable {
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration GOOD_RUN = Duration.ofSeconds(3);

  void watch() {
    Thread thread = new Thread(this, "mariadb-keeper");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    Duration pause = Duration.ZERO;
    long started = System.nanoTime();
    database.awaitEnd();
    while (true) {
      boolean ranWell = System.nanoTime() - started >= GOOD_RUN.toNanos();
      pause = ranWell ? Duration.ZERO : longer(pause);
      if (database.isStoppedWithin(pause)) {
        return;
      }
      started = System.nanoTime();
      startAgain();
      database.awaitEnd();
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2).plus(SHORTEST_PAUSE);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void startAgain() {
    System.err.println("MariaDB ended unexpectedly; starting it again.");
    try {
      database.run();
    } catch (IOException e) {
      if (!database.isStoppedWithin(Duration.ZERO)) {
        System.err.println("MariaDB could not be started again: " + e.getMessage());
      }
    }
  }
}
