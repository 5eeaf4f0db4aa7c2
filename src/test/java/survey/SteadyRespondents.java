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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Respondents who open the form, send it and read the thanks, so many a second however long each
 * takes; and what they saw.
 */
final class SteadyRespondents implements AutoCloseable {
  private static final int AT_ONCE = 64;

  private final String address;
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(AT_ONCE);
  private final long start = System.nanoTime();
  private final AtomicInteger come = new AtomicInteger();

  /** Receipts by the form's key, of those who were told that their response is stored. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final Collection<String> troubles = new ConcurrentLinkedQueue<>();
  private final Collection<Long> millis = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("FutureReturnValueIgnored") // They note themselves what goes wrong.
  SteadyRespondents(String address, int perSecond) {
    this.address = address;
    long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
    people.scheduleAtFixedRate(() -> people.execute(this::go), 0, period, TimeUnit.NANOSECONDS);
  }

  private void go() {
    String step = "form";
    long began = System.nanoTime();
    try {
      come.incrementAndGet();
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

  /** How many a second came, up to now. */
  double rate() {
    return come.get() * 1e9 / (System.nanoTime() - start);
  }

  /** How long the slowest took, all three steps. */
  long slowestMillis() {
    return millis.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
