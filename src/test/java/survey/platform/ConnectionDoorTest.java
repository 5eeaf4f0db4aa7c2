package survey.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionDoorTest {
  private static final ConnectionDoor.Pool WHOLE = () -> null;
  private static final ConnectionDoor.Pool BROKEN =
      () -> {
        throw new SQLException("none");
      };

  private final AtomicLong now = new AtomicLong();
  private final ConnectionDoor door = new ConnectionDoor(now::get);
  private int tries;

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private boolean isTried(ConnectionDoor.Pool pool) {
    int before = tries;
    try {
      door.open(
          () -> {
            tries++;
            return pool.take();
          });
    } catch (SQLException e) {
      // Refused, or there was none.
    }
    return tries > before;
  }

  @Test
  void staysOpenWhenOneAloneFails() {
    assertThat(isTried(BROKEN)).isTrue();
    assertThat(isTried(WHOLE)).isTrue();
    assertThat(isTried(BROKEN)).isTrue();
    assertThat(isTried(WHOLE)).isTrue();
  }

  @Test
  void shutsAfterTwoFailuresAndLetsOneTryEveryHalfASecond() {
    isTried(BROKEN);
    isTried(BROKEN);
    assertThat(isTried(WHOLE)).isFalse();
    pass(499);
    assertThat(isTried(WHOLE)).isFalse();
    pass(1);
    assertThat(isTried(BROKEN)).isTrue();
    assertThat(isTried(WHOLE)).isFalse();
    pass(500);
    assertThat(isTried(WHOLE)).isTrue();
    assertThat(isTried(WHOLE)).as("open again").isTrue();
  }

  @Test
  void letsNobodyElseInWhileOneTries() throws Exception {
    isTried(BROKEN);
    isTried(BROKEN);
    pass(500);
    door.open(
        () -> {
          assertThatThrownBy(() -> door.open(WHOLE))
              .isInstanceOf(SQLTransientConnectionException.class);
          return null;
        });
    door.open(WHOLE);
  }

  @Test
  void isNotShutByThoseWhoHaveWaitedSinceBeforeItWasWhole() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  door.open(
                      () -> {
                        pass(1);
                        door.open(WHOLE);
                        return BROKEN.take();
                      }))
          .hasMessage("none");
    }
    assertThat(isTried(WHOLE)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void letsOnlySoManyWait() throws Exception {
    CountDownLatch waiting = new CountDownLatch(48);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService pages = Executors.newFixedThreadPool(48);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      all.add(
          pages.submit(
              () ->
                  door.open(
                      () -> {
                        waiting.countDown();
                        awaitQuietly(end);
                        return null;
                      })));
    }
    waiting.await();
    assertThatThrownBy(() -> door.open(WHOLE))
        .isInstanceOf(SQLTransientConnectionException.class)
        .hasMessageContaining("too many");
    end.countDown();
    for (Future<?> each : all) {
      each.get();
    }
    pages.shutdown();
    door.open(WHOLE);
  }
}
