package survey.results.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Wave;
import survey.results.Summary;
import survey.results.Tally;

class AudienceTest {
  private final Audience audience = new Audience();
  private final AtomicLong readings = new AtomicLong();

  private static final class Watching {
    final Connection connection = new Connection();
    final Viewer viewer;

    Watching(Audience audience, int events, String source) {
      viewer =
          new Viewer(connection.context(), connection, events, audience::forget, connection::nanos);
      viewer.onWritePossible();
      audience.admit(viewer, source);
    }
  }

  private Watching somebody() {
    return new Watching(audience, Integer.MAX_VALUE, "a");
  }

  private Event event(long n) {
    long number = readings.incrementAndGet();
    Map<Wave, Tally> waves = new EnumMap<>(Wave.class);
    for (Wave wave : Wave.values()) {
      waves.put(wave, new Tally(n, 0, Map.of(), n, Map.of()));
    }
    return new Event(number, new Summary(Instant.ofEpochSecond(number), waves));
  }

  private static String counting(long n) {
    return "\"n\":" + n + ",";
  }

  @Test
  void greetsWithATimeToComeBackAfter() {
    assertThat(somebody().connection.received()).matches("retry: [234]\\d{3}\n\n");
  }

  @Test
  void showsTheResultsInOneEventOnOneLine() {
    Watching one = somebody();
    one.connection.received();
    audience.publish(event(7));
    assertThat(one.connection.received())
        .matches("event: results\ndata: \\{\"asOf\":\"1970-01-01T00:00:01Z\",.*\\}\n\n");
  }

  @Test
  void showsWhoComesLaterTheSameAsOfNow() {
    somebody();
    audience.publish(event(7));
    audience.publish(event(7));
    assertThat(somebody().connection.received())
        .contains(counting(7))
        .contains("1970-01-01T00:00:02Z");
  }

  @Test
  void tellsNobodyWhatIsNoNews() {
    Watching one = somebody();
    audience.publish(event(7));
    one.connection.received();
    audience.publish(event(7));
    assertThat(one.connection.received()).isEmpty();
  }

  @Test
  void neverGoesBackToAnEarlierReading() {
    Watching one = somebody();
    Event slow = event(1);
    audience.publish(event(2));
    one.connection.received();
    audience.publish(slow);
    one.viewer.show(slow);
    assertThat(one.connection.received()).isEmpty();
  }

  @Test
  void keepsOnlyTheLatestForWhoIsSlow() {
    Watching slow = somebody();
    Watching other = somebody();
    slow.connection.received();
    slow.connection.stall();
    for (long n = 1; n <= 100; n++) {
      audience.publish(event(n));
      assertThat(other.connection.received()).contains(counting(n));
    }
    slow.connection.recover();
    slow.viewer.onWritePossible();

    assertThat(slow.connection.received()).containsOnlyOnce("event:").contains(counting(100));
  }

  @Test
  void sendsAwayWhoTakesNothingForTenSeconds() {
    Watching stalled = somebody();
    stalled.connection.stall();
    audience.publish(event(1));
    stalled.connection.wait(Duration.ofSeconds(10));
    audience.lookAfter(Runnable::run);
    assertThat(audience.size()).isEqualTo(1);

    stalled.connection.wait(Duration.ofMillis(1));
    audience.lookAfter(Runnable::run);

    assertThat(audience.size()).isZero();
    assertThat(stalled.connection.completions()).isEqualTo(1);
  }

  @Test
  void forgivesWhoWasSlowAndTakesAgain() {
    Watching slow = somebody();
    slow.connection.stall();
    audience.publish(event(1));
    slow.connection.wait(Duration.ofSeconds(9));
    slow.connection.recover();
    slow.viewer.onWritePossible();
    slow.connection.wait(Duration.ofSeconds(9));
    audience.lookAfter(Runnable::run);
    assertThat(audience.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhoHasGoneAndDoesNotEndTheirRequestTwice() {
    Watching gone = somebody();
    Watching other = somebody();
    gone.connection.breakDown();
    audience.publish(event(1));

    assertThat(audience.size()).isEqualTo(1);
    assertThat(gone.connection.completions()).isZero();
    assertThat(other.connection.received()).contains(counting(1));
  }

  @Test
  void forgetsWhomTheContainerReportsAsLost() {
    Watching lost = somebody();
    lost.viewer.onError(new IllegalStateException("closed"));
    assertThat(audience.size()).isZero();
    assertThat(lost.connection.completions()).isZero();
  }

  @Test
  void keepsNothingWhenTheLastHasGone() {
    Watching one = somebody();
    audience.publish(event(1));
    one.viewer.leave();
    audience.publish(event(2));
    assertThat(somebody().connection.received()).doesNotContain("event:");
  }

  @Test
  void sendsHeartbeatsSoonAtFirstAndThenAfterFifteenSecondsOfSilence() {
    Watching one = somebody();
    one.connection.received();
    assertHeartbeatAfter(Duration.ofSeconds(2), one);
    assertHeartbeatAfter(Duration.ofSeconds(2), one);
    assertHeartbeatAfter(Duration.ofSeconds(15), one);
    assertHeartbeatAfter(Duration.ofSeconds(15), one);
  }

  private void assertHeartbeatAfter(Duration silence, Watching one) {
    one.connection.wait(silence.minusMillis(1));
    audience.lookAfter(Runnable::run);
    assertThat(one.connection.received()).isEmpty();
    one.connection.wait(Duration.ofMillis(1));
    audience.lookAfter(Runnable::run);
    assertThat(one.connection.received()).isEqualTo(":\n\n");
    audience.lookAfter(Runnable::run);
    assertThat(one.connection.received()).isEmpty();
  }

  @Test
  void endsAfterSoManyEventsAndAsksToComeBackAtOnce() {
    Watching one = new Watching(audience, 3, "a");
    Watching other = somebody();
    audience.publish(event(1));
    audience.publish(event(2));
    assertThat(one.connection.received()).doesNotContain("retry: 100\n");
    assertThat(one.connection.completions()).isZero();

    audience.publish(event(3));
    assertThat(one.connection.received())
        .startsWith("retry: 100\n\nevent: results\n")
        .contains(counting(3));
    assertThat(one.connection.completions()).isEqualTo(1);
    audience.publish(event(4));
    assertThat(one.connection.received()).isEmpty();
    assertThat(other.connection.received()).contains(counting(4));
    assertThat(audience.size()).isEqualTo(1);
  }

  @Test
  void knowsHowManyThereAreOfEachSource() {
    somebody();
    Watching other = new Watching(audience, 3, "b");
    somebody();
    assertThat(audience.size("a")).isEqualTo(2);
    assertThat(audience.size("b")).isEqualTo(1);
    other.viewer.leave();
    assertThat(audience.size("b")).isZero();
    assertThat(audience.size()).isEqualTo(2);
  }

  @Test
  void endsAllStreamsOnce() {
    Watching one = somebody();
    Watching other = somebody();
    audience.dismiss();
    audience.dismiss();
    one.viewer.leave();
    assertThat(audience.size()).isZero();
    assertThat(one.connection.completions()).isEqualTo(1);
    assertThat(other.connection.completions()).isEqualTo(1);
  }

  @Test
  void letsOneThreadAtATimeWriteAndLosesNoNews() throws Exception {
    Watching one = somebody();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> tasks = new ArrayList<>();
    for (long n = 1; n <= 2000; n++) {
      Event event = event(n);
      tasks.add(threads.submit(() -> audience.publish(event)));
      tasks.add(threads.submit(one.viewer::onWritePossible));
    }
    for (Future<?> task : tasks) {
      task.get();
    }
    threads.shutdown();

    assertThat(one.connection.wasShared()).isFalse();
    String received = one.connection.received();
    assertThat(received.substring(received.lastIndexOf("event:"))).contains(counting(2000));
  }
}
