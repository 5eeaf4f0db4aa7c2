package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import survey.Respondent;

/**
 * Respondents who open the form, send it and read the thanks, one starting as long after another
 * however long each takes.
 *
 * @param milliseconds from when each was due to start until it had read the thanks, in rising order
 */
record Journeys(List<Double> milliseconds) {
  /** How many start in a second. */
  static final int RATE = 10;

  private static final int AT_ONCE = 32;

  /** Goes on for as long. */
  static Journeys lasting(int seconds, String address)
      throws InterruptedException, ExecutionException {
    ScheduledExecutorService respondents = Executors.newScheduledThreadPool(AT_ONCE);
    try {
      long period = TimeUnit.SECONDS.toNanos(1) / RATE;
      long start = System.nanoTime();
      List<Future<Double>> journeys = new ArrayList<>();
      for (int i = 0; i < seconds * RATE; i++) {
        long due = i * period;
        journeys.add(
            respondents.schedule(
                () -> {
                  go(address);
                  return (System.nanoTime() - start - due) / 1e6;
                },
                due,
                TimeUnit.NANOSECONDS));
      }
      List<Double> milliseconds = new ArrayList<>();
      for (Future<Double> journey : journeys) {
        milliseconds.add(journey.get());
      }
      milliseconds.sort(null);
      return new Journeys(milliseconds);
    } finally {
      respondents.shutdownNow();
    }
  }

  private static void go(String address) {
    HttpResponse<String> sent = Respondent.complaining(address).send();
    assertThat(sent.statusCode()).isEqualTo(303);
    String thanks = Respondent.location(sent).replaceFirst("^/", "");
    assertThat(Respondent.get(address + thanks).statusCode()).isEqualTo(200);
  }

  /** These and those. */
  Journeys and(Journeys others) {
    return new Journeys(
        Stream.concat(milliseconds.stream(), others.milliseconds.stream()).sorted().toList());
  }

  int number() {
    return milliseconds.size();
  }

  /** How long the quicker ones took, this share of all. */
  double quantile(double share) {
    return milliseconds.get((int) Math.min(number() - 1, Math.floor(share * number())));
  }
}
