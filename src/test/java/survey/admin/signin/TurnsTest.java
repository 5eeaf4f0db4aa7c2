package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import survey.MovedClock;

class TurnsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final Duration KEPT = Duration.ofMinutes(2);

  private final MovedClock clock = new MovedClock();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);

  @AfterEach
  void leaveNothingRunning() {
    end.countDown();
    threads.shutdownNow();
  }

  @Test
  void comeOneAfterTheOther() throws Exception {
    Turns turns = new Turns(8, LONG, KEPT, clock);
    CyclicBarrier two = new CyclicBarrier(2);
    Callable<Optional<Boolean>> work = () -> turns.take("anybody", () -> meetsAnother(two));

    List<Future<Optional<Boolean>>> taken = threads.invokeAll(List.of(work, work, work, work));

    for (Future<Optional<Boolean>> one : taken) {
      assertThat(one.get()).contains(false);
    }
  }

  /** Whether two work at the same time; the first waits a while for the second. */
  private static boolean meetsAnother(CyclicBarrier two) {
    try {
      two.await(500, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | BrokenBarrierException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void doNotComeAtAllWhereTooManyWait() throws Exception {
    Turns turns = new Turns(0, LONG, KEPT, clock);
    Future<Optional<String>> first = threads.submit(() -> turns.take("first", this::hold));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(turns.take("second", () -> "second")).isEmpty();

    end.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).contains("held");
    assertThat(turns.take("third", () -> "third")).contains("third");
  }

  @Test
  void comeToWhoAskedFirst() throws Exception {
    Turns turns = new Turns(3, LONG, KEPT, clock);
    Future<Optional<String>> first = threads.submit(() -> turns.take("first", this::hold));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    List<Future<Optional<Boolean>>> waiting = new ArrayList<>();
    for (String who : List.of("b", "c", "a")) {
      waiting.add(waits(turns, who, () -> order.add(who)));
    }
    assertThat(turns.take("d", () -> order.add("d"))).isEmpty();

    end.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).contains("held");
    for (Future<Optional<Boolean>> one : waiting) {
      assertThat(one.get(10, TimeUnit.SECONDS)).contains(true);
    }
    assertThat(order).containsExactly("b", "c", "a");
  }

  @Test
  void areKeptForWhoWasPutOffAndAsksAgain() throws Exception {
    Turns turns = new Turns(1, LONG, KEPT, clock);
    Future<Optional<Boolean>> before = worksAfterPuttingOff(turns, "admin");

    clock.pass(KEPT);
    Future<Optional<Boolean>> later = waits(turns, "later", () -> true);
    Future<Optional<Boolean>> admin = threads.submit(() -> turns.take("admin", () -> true));

    assertThat(later.get(10, TimeUnit.SECONDS)).isEmpty();
    left.countDown();
    assertThat(before.get(10, TimeUnit.SECONDS)).contains(true);
    assertThat(admin.get(10, TimeUnit.SECONDS)).contains(true);
  }

  @Test
  void areNotKeptForLong() throws Exception {
    Turns turns = new Turns(1, LONG, KEPT, clock);
    Future<Optional<Boolean>> before = worksAfterPuttingOff(turns, "stored up");

    clock.pass(KEPT.plusMillis(1));
    Future<Optional<Boolean>> later = waits(turns, "later", () -> true);

    assertThat(turns.take("stored up", () -> true)).isEmpty();
    left.countDown();
    assertThat(before.get(10, TimeUnit.SECONDS)).contains(true);
    assertThat(later.get(10, TimeUnit.SECONDS)).contains(true);
  }

  @Test
  void areNotLostWhereTheClockIsSetBack() throws Exception {
    Turns turns = new Turns(1, LONG, KEPT, clock);
    Future<Optional<Boolean>> before = worksAfterPuttingOff(turns, "admin");

    clock.pass(Duration.ofHours(-1));
    Future<Optional<Boolean>> admin = waits(turns, "admin", () -> true);
    clock.pass(Duration.ofSeconds(1));

    assertThat(turns.take("later", () -> true)).isEmpty();
    left.countDown();
    assertThat(before.get(10, TimeUnit.SECONDS)).contains(true);
    assertThat(admin.get(10, TimeUnit.SECONDS)).contains(true);
  }

  /** Somebody works until {@link #left}; another one was put off before, while they waited. */
  private Future<Optional<Boolean>> worksAfterPuttingOff(Turns turns, String putOff)
      throws Exception {
    Future<Optional<String>> first = threads.submit(() -> turns.take("first", this::hold));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Future<Optional<Boolean>> before = waits(turns, "before", () -> isOpen(left));
    assertThat(turns.take(putOff, () -> true)).isEmpty();
    end.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).contains("held");
    return before;
  }

  /** Asks for a turn, and has to wait for it. */
  private static <T> Future<Optional<T>> waits(Turns turns, String who, Supplier<T> work) {
    FutureTask<Optional<T>> task = new FutureTask<>(() -> turns.take(who, work));
    Thread thread = new Thread(task, who);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    return task;
  }

  private static boolean isOpen(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void areWaitedForAShortWhile() throws Exception {
    Turns turns = new Turns(1, Duration.ofMillis(50), KEPT, clock);
    Future<Optional<String>> first = threads.submit(() -> turns.take("first", this::hold));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(turns.take("second", () -> "second")).isEmpty();

    end.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).contains("held");
  }

  @Test
  void areGivenBackByWorkThatFails() {
    Turns turns = new Turns(1, LONG, KEPT, clock);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                turns.take(
                    "first",
                    () -> {
                      throw new IllegalStateException("no database");
                    }));
    assertThat(turns.take("next", () -> "next")).contains("next");
  }

  private String hold() {
    begun.countDown();
    return isOpen(end) ? "held" : "given up";
  }
}
