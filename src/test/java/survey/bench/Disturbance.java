package survey.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * What respondents notice of other work.
 *
 * @param without journeys while there was none: half of them before and half after, since a server
 *     grows faster for a while after its start
 * @param with journeys meanwhile
 * @param times how often the work was begun
 */
record Disturbance(Journeys without, Journeys with, int times) {
  private static final int SECONDS = Integer.getInteger("bench.seconds", 30);

  /** The columns of a table, after what was done to how many responses. */
  static final String COLUMNS =
      "journeys | median without | median with | p99 without | p99 with | begun |";

  /** Something that is done once. */
  @FunctionalInterface
  interface Work {
    /** Does it, and may leave off as soon as it is not to go on. */
    void happen(BooleanSupplier goesOn) throws Exception;
  }

  /** Has it done again and again for as long as respondents are watched. */
  static Disturbance by(Work work, String address) throws InterruptedException, ExecutionException {
    Journeys.lasting(SECONDS, address);
    Journeys before = Journeys.lasting(SECONDS / 2, address);
    AtomicBoolean goesOn = new AtomicBoolean(true);
    ExecutorService another = Executors.newSingleThreadExecutor();
    Future<Integer> times =
        another.submit(
            () -> {
              int begun = 0;
              while (goesOn.get()) {
                begun++;
                work.happen(goesOn::get);
              }
              return begun;
            });
    Journeys with = Journeys.lasting(SECONDS, address);
    goesOn.set(false);
    another.shutdown();
    int begun = times.get();
    return new Disturbance(before.and(Journeys.lasting(SECONDS / 2, address)), with, begun);
  }

  /** The columns' cells. */
  String cells() {
    return "%,d | %.1f | %.1f | %.1f | %.1f | %,d |"
        .formatted(
            with.number(),
            without.quantile(0.5),
            with.quantile(0.5),
            without.quantile(0.99),
            with.quantile(0.99),
            times);
  }
}
