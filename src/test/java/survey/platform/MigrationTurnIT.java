package survey.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import survey.RunningSurvey;
import survey.TestDatabase;

/** Turns on one server; whether the cluster keeps writers apart is its own affair. */
class MigrationTurnIT {
  private static final TestDatabase DATABASE =
      TestDatabase.start(RunningSurvey.freshHome("cluster-turn"));

  private final ExecutorService nodes = Executors.newFixedThreadPool(4);
  private final MysqlDataSource source = new MysqlDataSource();

  MigrationTurnIT() {
    source.setUrl(DATABASE.url());
    source.setUser(DATABASE.user());
    source.setPassword(DATABASE.password());
  }

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  @AfterEach
  void end() {
    nodes.shutdownNow();
  }

  @Test
  void comesWhenTheOneBeforeIsOver() throws Exception {
    Future<MigrationTurn> second;
    try (MigrationTurn first = MigrationTurn.await(source)) {
      assertThat(first.isInAnEmptyDatabase()).isTrue();
      second = nodes.submit(() -> MigrationTurn.await(source));
      assertThatThrownBy(() -> second.get(2, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    second.get(20, TimeUnit.SECONDS).close();
  }

  @Test
  void isOneAtATime() throws Exception {
    AtomicInteger now = new AtomicInteger();
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          nodes.submit(
              () -> {
                MigrationTurn turn = MigrationTurn.await(source);
                int most = now.incrementAndGet();
                Thread.sleep(50);
                now.decrementAndGet();
                turn.close();
                return most;
              }));
    }
    for (Future<Integer> each : all) {
      assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  void isTakenFromADeadNode() throws Exception {
    MigrationTurn.await(source).close();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update migration_turn set holder = 'one that is dead', signs = 7");
      Duration silence = Duration.ofSeconds(2);
      Future<MigrationTurn> next = nodes.submit(() -> MigrationTurn.await(source, silence));
      assertThatThrownBy(() -> next.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
      next.get(20, TimeUnit.SECONDS).close();
    }
  }

  @Test
  void staysWithANodeThatGivesSignsOfLife() throws Exception {
    MigrationTurn.await(source).close();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update migration_turn set holder = 'one that is slow', signs = 7");
      Future<MigrationTurn> next =
          nodes.submit(() -> MigrationTurn.await(source, Duration.ofSeconds(3)));
      for (int i = 0; i < 6; i++) {
        assertThatThrownBy(() -> next.get(1, TimeUnit.SECONDS))
            .isInstanceOf(TimeoutException.class);
        statement.execute("update migration_turn set signs = signs + 1");
      }
      statement.execute("update migration_turn set holder = ''");
      next.get(20, TimeUnit.SECONDS).close();
    }
  }
}
