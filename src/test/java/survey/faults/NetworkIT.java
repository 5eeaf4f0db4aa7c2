package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import survey.Respondent;
import survey.RunningSurvey;
import survey.TestDatabase;
import survey.platform.DownloadDatabase;

/** The network between the server and its database breaks connections, or swallows what it gets. */
class NetworkIT {
  /** With so many it would take longer than a respondent should wait to ask each of them. */
  private static final int SEVERAL = 5;

  private static final Duration LONGEST_NOTICING = Duration.ofSeconds(15);

  @Test
  void losesNothingWhenConnectionsBreak() throws Exception {
    broken("network between server and database reset", Wire::cut);
  }

  @Test
  void losesNothingWhenPacketsAreSwallowed() throws Exception {
    broken("network between server and database silent for some seconds", Wire::swallow);
  }

  /**
   * All connections that the survey has kept are dead, and there is nobody else to find that out.
   */
  @Test
  void tellsSomebodyWhoComesAloneWithinSecondsThatPacketsAreSwallowed() throws Exception {
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("behind-a-wire"));
        Wire wire = new Wire(database);
        RunningSurvey survey =
            RunningSurvey.startedAt(
                RunningSurvey.freshHome("network"), database.settings(wire.settings()))) {
      RunningSurvey.await(
          () -> {
            sendAtOnce(survey.address());
            return wire.connections() >= SEVERAL;
          },
          Duration.ofMinutes(1));
      Respondent respondent = Respondent.complaining(survey.address());
      // From then on a connection is asked before it is used.
      TimeUnit.SECONDS.sleep(2);
      wire.swallow();

      long start = System.nanoTime();
      HttpResponse<String> answer = respondent.send();

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("three seconds for each connection that was kept would be more")
          .isLessThan(Duration.ofSeconds(12));
    }
  }

  /** A statement that searches millions of responses may take a minute; that question may not. */
  @Test
  void noticesWithinSecondsThatAConnectionForDownloadsIsDead() throws Exception {
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("behind-a-wire"));
        Wire wire = new Wire(database)) {
      DownloadDatabase downloads = new DownloadDatabase();
      downloads.setUrl(wire.url());
      try (Connection connection = downloads.getConnection(database.user(), database.password())) {
        TimeUnit.SECONDS.sleep(2);
        connection.setAutoCommit(false);
        assertThat(connection.getNetworkTimeout()).as("for statements").isEqualTo(60_000);
        connection.setAutoCommit(true);
        TimeUnit.SECONDS.sleep(2);
        wire.swallow();

        long start = System.nanoTime();
        assertThatThrownBy(() -> connection.setAutoCommit(false)).isInstanceOf(SQLException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
      }
    }
  }

  private static void sendAtOnce(String address) {
    List<Respondent> respondents =
        Stream.generate(() -> Respondent.complaining(address)).limit(64).toList();
    ExecutorService threads = Executors.newFixedThreadPool(respondents.size());
    respondents.forEach(respondent -> threads.execute(respondent::send));
    threads.shutdown();
    RunningSurvey.await(threads::isTerminated, Duration.ofMinutes(1));
  }

  private static void broken(String what, Consumer<Wire> fault) throws Exception {
    Path home = RunningSurvey.freshHome("network");
    try (TestDatabase database = TestDatabase.embedded(RunningSurvey.freshHome("behind-a-wire"));
        Wire wire = new Wire(database);
        RunningSurvey survey = RunningSurvey.startedAt(home, database.settings(wire.settings()));
        Breaking breaking = new Breaking(home, Duration.ofSeconds(5), survey.address());
        Connection connection = database.connect()) {
      breaking.repeat(
          10,
          () -> {
            fault.accept(wire);
            RunningSurvey.await(() -> !Health.isReady(survey.address()), LONGEST_NOTICING);
            assertThat(Health.isLive(survey.address())).isTrue();
            TimeUnit.SECONDS.sleep(2);
            wire.heal();
            long healed = System.nanoTime();
            return Health.awaitReady(survey.address(), healed);
          });
      breaking.compare(what, connection);
    }
  }
}
