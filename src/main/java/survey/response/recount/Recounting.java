package survey.response.recount;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import survey.response.Causes;
import survey.response.OwnThread;
import survey.response.Retries;

/** Makes the recounts that are due: looks every minute, and when an admin asks this node. */
@ApplicationScoped
public class Recounting {
  private static final Logger LOG = Logger.getLogger(Recounting.class.getName());

  /** A start has enough to do. */
  private static final Duration FIRST = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofMinutes(1);

  /** So many rows take a fraction of the seconds that a statement of a page may take. */
  private static final int STEP = 20_000;

  /** So many cells at once keep no respondent waiting for long. */
  private static final int CELLS = 500;

  /** With the longest step, well before a recount is given up. */
  private static final Duration LONGEST_BREATH = Duration.ofSeconds(5);

  /** Likewise. */
  private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Resource(lookup = "java:app/jdbc/downloads")
  DataSource database;

  @Inject Recounts recounts;
  @Inject Rebuild rebuild;
  @Inject Retries retries;

  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> OwnThread.of("recount", task));
  private long cellsTold;

  @SuppressWarnings("FutureReturnValueIgnored") // The task never throws, and ends with it.
  void begin(@Observes Startup startup) {
    clockwork.scheduleWithFixedDelay(
        this::run, FIRST.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Asks for a recount, of this node unless another gets to it first, and does not wait for it.
   *
   * @param isRebuild whether what differs is to be put right
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public void ask(String account, boolean isRebuild) {
    recounts.ask(account, isRebuild);
    clockwork.execute(this::run);
  }

  /** Throws nothing: the clockwork would stop. */
  private void run() {
    try {
      countWhatIsDue(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "the counts cannot be compared: {0}", Causes.describe(e));
    }
  }

  /**
   * Makes a recount, if one is due and no node is at it.
   *
   * @param step how many rows at a time
   */
  void countWhatIsDue(int step) throws SQLException, InterruptedException {
    Task task = recounts.begin().orElse(null);
    if (task == null) {
      return;
    }
    Finding found = compare(task, step);
    int rebuilt = 0;
    if (task.isRebuild()) {
      rebuilt = found.differences().size();
      putRight(task, found);
      found = rebuilt == 0 ? found : compare(task, step);
    }
    end(task, found, rebuilt);
    tell(found.differences().size());
  }

  private void end(Task task, Finding found, int rebuilt) throws InterruptedException {
    insist(() -> recounts.end(task, found, rebuilt));
  }

  private Finding compare(Task task, int step) throws SQLException, InterruptedException {
    try (Comparison comparison = new Comparison(database.getConnection())) {
      return comparison.compare(step, new Breath(task));
    }
  }

  private void putRight(Task task, Finding found) throws InterruptedException {
    List<Difference> all = found.differences();
    for (int i = 0; i * CELLS < all.size(); i++) {
      long done = found.rebuilds() + i;
      List<Difference> some = all.subList(i * CELLS, Math.min(all.size(), (i + 1) * CELLS));
      insist(() -> rebuild.carryOut(task, done, some));
    }
  }

  /**
   * Takes a small step although the database, full of respondents or about to elect its primary,
   * refuses it for a while: all rows would have to be counted anew. Not where it is the step that
   * is wrong.
   *
   * @throws IllegalStateException if the recount was given up
   */
  private void insist(Runnable step) throws InterruptedException {
    long begun = System.nanoTime();
    boolean isTaken = false;
    while (!isTaken) {
      try {
        retries.run(step);
        isTaken = true;
      } catch (PersistenceException | TransactionalException e) {
        if (Causes.include(e, SQLIntegrityConstraintViolationException.class)
            || System.nanoTime() - begun > LONGEST_REFUSAL.toNanos()) {
          throw e;
        }
        LOG.log(Level.INFO, "the comparison of counts has to wait: {0}", Causes.describe(e));
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      }
    }
  }

  private void tell(long cells) {
    if (cells != cellsTold) {
      cellsTold = cells;
      LOG.log(
          cells == 0 ? Level.INFO : Level.SEVERE, "counts that differ from the rows: {0}", cells);
    }
  }

  /**
   * Says that the recount goes on, and leaves the database to respondents for as long as the step
   * took.
   */
  private final class Breath implements Comparison.Pause {
    private final Task task;
    private long begun = System.nanoTime();

    Breath(Task task) {
      this.task = task;
    }

    @Override
    public void take() throws InterruptedException {
      long taken = System.nanoTime() - begun;
      insist(() -> recounts.goOn(task));
      TimeUnit.NANOSECONDS.sleep(Math.min(taken, LONGEST_BREATH.toNanos()));
      begun = System.nanoTime();
    }
  }

  @PreDestroy
  void end() {
    clockwork.shutdownNow();
  }
}
