package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void leaveNothingRunning() {
    end.countDown();
    threads.shutdownNow();
  }

  @Test
  void comeOneAfterTheOther() throws Exception {
    Turns turns = new Turns(8, LONG);
    CyclicBarrier two = new CyclicBarrier(2);
    Callable<Optional<Boolean>> work = () -> turns.take(() -> meetsAnother(two));

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
    Turns turns = new Turns(1, LONG);
    Future<Optional<String>> first = threads.submit(() -> turns.take(this::hold));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(turns.take(() -> "second")).isEmpty();

    end.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).contains("held");
    assertThat(turns.take(() -> "third")).contains("third");
  }

  @Test
  void areWaitedForAShortWhile() throws Exception {
    Turns turns = new Turns(2, Duration.ofMillis(50));
    Future<Optional<String>> first = threads.submit(() -> turns.take(this::hold));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(turns.take(() -> "second")).isEmpty();

    end.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).contains("held");
  }

  @Test
  void areGivenBackByWorkThatFails() {
    Turns turns = new Turns(1, LONG);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalStateException("no database");
                    }));
    assertThat(turns.take(() -> "next")).contains("next");
  }

  private String hold() {
    begun.countDown();
    try {
      assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "held";
  }
}
