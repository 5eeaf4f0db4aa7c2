package survey.admin.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.ShippedWar;
import survey.response.ExclusionReason;

/** Many admins at once, in the container that ships and on the real database. */
@InContainer
class DecisionsAtOnceIT {
  private static final int ADMINS = 8;

  @Inject Decisions decisions;

  @Resource(lookup = "java:app/jdbc/survey")
  DataSource database;

  private final ExecutorService threads = Executors.newFixedThreadPool(ADMINS + 2);
  private ModeratedSurvey survey;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest().addClass(ModeratedSurvey.class);
  }

  @BeforeEach
  void open() {
    survey = new ModeratedSurvey(database);
    survey.forget();
  }

  @AfterEach
  void forget() {
    threads.shutdownNow();
    survey.forget();
  }

  private <T> List<T> all(List<Callable<T>> tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    List<Future<T>> running = new ArrayList<>();
    for (Callable<T> task : tasks) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return task.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : running) {
      results.add(future.get());
    }
    return results;
  }

  private static Order order(int admin, Decision decision) {
    ExclusionReason reason = decision == Decision.EXCLUDE ? ExclusionReason.SPAM : null;
    return new Order("moderator-" + admin, decision, reason, false);
  }

  @Test
  void areToldOfEachOtherWhereTheyDecideAboutTheSame() throws Exception {
    long id = survey.add("2020-03-01T03:00:00Z", "COUNTED", "REQUESTED");
    survey.close("2020-03-01");
    for (int round = 0; round < 20; round++) {
      Seen seen = survey.seen(id);
      boolean isExcluded = survey.column(id, "status").equals("EXCLUDED");
      List<Callable<Outcome>> admins = new ArrayList<>();
      for (int i = 0; i < ADMINS; i++) {
        Order order = order(i, isExcluded ? Decision.RESTORE : Decision.EXCLUDE);
        admins.add(() -> decisions.decide(order, seen));
      }
      List<Outcome> outcomes = all(admins);
      assertThat(Collections.frequency(outcomes, Outcome.DONE)).isEqualTo(1);
      assertThat(Collections.frequency(outcomes, Outcome.ALREADY)).isEqualTo(ADMINS - 1);
      survey.assertThatTheCountsEqualARecount();
    }
    assertThat(survey.column(id, "version")).isEqualTo("20");
  }

  @Test
  void loseNothingBetweenTheSameTwoCellsWhileResponsesArrive() throws Exception {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      ids.add(survey.add("2020-03-0%dT03:00:00Z".formatted(1 + i % 2), "COUNTED", "REQUESTED"));
    }
    survey.close("2020-03-01");
    List<Callable<List<Outcome>>> tasks = new ArrayList<>();
    for (int i = 0; i < ADMINS; i++) {
      int admin = i;
      tasks.add(() -> decideAtRandom(admin, ids));
    }
    for (int i = 0; i < 2; i++) {
      tasks.add(
          () -> {
            for (int sent = 0; sent < 60; sent++) {
              survey.add("2020-03-02T04:00:00Z", "COUNTED", "NO");
            }
            return List.of();
          });
    }
    List<Outcome> outcomes = all(tasks).stream().flatMap(List::stream).toList();

    assertThat(outcomes)
        .hasSize(ADMINS * 40)
        .isSubsetOf(Outcome.DONE, Outcome.ALREADY, Outcome.OUTDATED, Outcome.IMPOSSIBLE);
    int done = Collections.frequency(outcomes, Outcome.DONE);
    assertThat(done).isGreaterThan(ADMINS * 10);
    assertThat(survey.number("select sum(version) from response where submitted_at < '2021-01-01'"))
        .isEqualTo(done);
    assertThat(survey.number("select count(*) from audit_entry where account like 'moderator%'"))
        .isEqualTo(done);
    assertThat(survey.number("select count(*) from response where submitted_at < '2021-01-01'"))
        .isEqualTo(24 + 120);
    survey.assertThatTheCountsEqualARecount();
  }

  private List<Outcome> decideAtRandom(int admin, List<Long> ids) {
    Random random = new Random(admin);
    return IntStream.range(0, 40)
        .mapToObj(
            i -> {
              long id = ids.get(random.nextInt(ids.size()));
              Seen seen = survey.seen(id);
              boolean isExcluded = survey.column(id, "status").equals("EXCLUDED");
              return decisions.decide(
                  order(admin, isExcluded ? Decision.RESTORE : Decision.EXCLUDE), seen);
            })
        .toList();
  }

  @Test
  void decideWhileTheDayIsClosed() throws Exception {
    for (int day = 1; day <= 5; day++) {
      String date = "2020-03-0" + day;
      List<Callable<Outcome>> tasks = new ArrayList<>();
      for (int i = 0; i < ADMINS; i++) {
        long id = survey.add(date + "T03:00:00Z", "COUNTED", "REQUESTED");
        Order order = order(i, Decision.EXCLUDE);
        tasks.add(() -> decisions.decide(order, survey.seen(id)));
      }
      tasks.add(() -> closeInTheEnd(date));
      assertThat(all(tasks)).containsOnly(Outcome.DONE);
      survey.assertThatTheCountsEqualARecount();
    }
    assertThat(survey.number("select count(*) from closed_day where day < '2021-01-01'"))
        .isEqualTo(5);
  }

  /** One that had to give way is tried again when somebody looks at the course. */
  private Outcome closeInTheEnd(String day) {
    for (int tries = 1; ; tries++) {
      try {
        survey.close(day);
        return Outcome.DONE;
      } catch (IllegalStateException e) {
        assertThat(tries).isLessThan(20);
      }
    }
  }
}
