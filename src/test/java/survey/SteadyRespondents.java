package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Respondents who open the form, send it and read the thanks, so many a second as long as the
 * machine keeps up; and what they saw.
 */
final class SteadyRespondents implements AutoCloseable {
  /** More would be an overload, of which the survey tells them, where the machine is busy. */
  private static final int AT_ONCE = 12;

  private final String address;
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(AT_ONCE);
  private final long start = System.nanoTime();
  private volatile long end;

  /** Receipts by the form's key, of those who were told that their response is stored. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final Collection<String> troubles = new ConcurrentLinkedQueue<>();
  private final Collection<Long> millis = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("FutureReturnValueIgnored") // They note themselves what goes wrong.
  SteadyRespondents(String address, int perSecond) {
    this.address = address;
    long period = TimeUnit.SECONDS.toNanos(AT_ONCE) / perSecond;
    for (int i = 0; i < AT_ONCE; i++) {
      people.scheduleAtFixedRate(this::go, i * period / AT_ONCE, period, TimeUnit.NANOSECONDS);
    }
  }

  private void go() {
    String step = "form";
    long began = System.nanoTime();
    try {
      Respondent respondent = Respondent.complaining(address);
      step = "sending";
      HttpResponse<String> sent = respondent.send();
      acknowledged.put(respondent.key(), Respondent.receipt(sent));
      step = "thanks";
      String thanks = Respondent.location(sent).substring(1);
      assertThat(Respondent.get(address + thanks).statusCode()).isEqualTo(200);
    } catch (RuntimeException | AssertionError e) {
      troubles.add(
          "%d s, %s: %s".formatted(secondsSinceStart(), step, e.toString().replace('\n', ' ')));
    }
    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
  }

  private long secondsSinceStart() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  /** Waits until so many more have been told that their response is stored. */
  void awaitMore(int more) {
    int goal = acknowledged.size() + more;
    RunningSurvey.await(() -> acknowledged.size() >= goal, Duration.ofMinutes(1));
  }

  /** Lets nobody come any more, and waits for those who are there. */
  @Override
  public void close() {
    end = System.nanoTime();
    people.shutdown();
    try {
      assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Map<String, String> acknowledged() {
    return acknowledged;
  }

  /** Everything that was no page and no receipt. */
  List<String> troubles() {
    return new ArrayList<>(troubles);
  }

  /** The figures. */
  @Override
  public String toString() {
    return "%d acknowledged, %.1f a second, slowest journey %d ms, %d troubles"
        .formatted(
            acknowledged.size(),
            acknowledged.size() * 1e9 / (end - start),
            millis.stream().mapToLong(Long::longValue).max().orElse(0),
            troubles.size());
  }
}
