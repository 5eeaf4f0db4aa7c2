package survey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import survey.Respondent;
import survey.RunningSurvey;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * Respondents who open the form and send it, so many a second however the survey fares. Who is not
 * told that the response is stored sends the same form again, until it is. Who cannot even open the
 * form goes away. Where many come, most have had the form open for a while: each has a key of their
 * own, but the time of opening of whoever opened it last. At most as many wait for an answer at
 * once as come in half a second: a survey that is slower than that is not what is tried here, and
 * fewer come.
 *
 * <p>With several addresses each respondent uses the next, and one that does not connect goes on to
 * the other, as a load balancer would see to.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Each says itself how it ended.
final class Load implements AutoCloseable {
  /** How many come in a second. */
  private static final int USUAL_RATE = Report.isWhole() ? 220 : 20;

  /** What a respondent met who was told to send again, with everything typed still there. */
  static final String CLEAR = "page to send again";

  /** What they meet where nothing is there to answer. */
  static final String NO_ANSWER = "no answer";

  static final String NOT_OPENED = "form not opened";
  static final String NOT_READ = "thanks not read";

  /** Fewer come at first: a server that has just started loads classes and is slow. */
  private static final Duration GROWING = Duration.ofSeconds(Report.isWhole() ? 20 : 10);

  private static final Duration LONGEST_WARMING = Duration.ofMinutes(2);
  private static final double ALMOST_ALL = 0.95;

  /** What a person typed; it must still stand in a page that says that it could not be stored. */
  static final String COMMENT = "漏えいの説明がほしい";

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
  private static final Pattern OPENED = Pattern.compile("name=\"opened\" value=\"([^\"]+)\"");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);
  private static final Duration LONGEST_SETTLING = Duration.ofMinutes(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2);
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger unsettled = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger asking = new AtomicInteger();
  private final long begun = System.nanoTime();
  private final int rate;

  /** One of so many opens the form anew. */
  private final int opensOneOf;

  /** As signed by the survey; null until somebody has opened the form. */
  private volatile String lastOpening;

  private final boolean isReadingThanks;
  private final Duration patience;
  private final Ledger ledger;
  private final List<String> addresses;

  /**
   * Begins, with as many respondents as is usual here.
   *
   * @param patience about how long who was not told waits before sending again
   */
  Load(Duration patience, Ledger ledger, List<String> addresses) {
    this(USUAL_RATE, false, patience, ledger, addresses);
  }

  /** Begins, with so many respondents a second, who read the page of thanks as well. */
  static Load readingThanks(int rate, Ledger ledger, String address) {
    return new Load(rate, true, Duration.ofSeconds(1), ledger, List.of(address));
  }

  private Load(
      int rate, boolean isReadingThanks, Duration patience, Ledger ledger, List<String> addresses) {
    this.rate = rate;
    opensOneOf = Report.isWhole() && !isReadingThanks ? 5 : 1;
    this.isReadingThanks = isReadingThanks;
    this.patience = patience;
    this.ledger = ledger;
    this.addresses = addresses;
    clockwork.scheduleAtFixedRate(
        this::come, 0, TimeUnit.SECONDS.toNanos(1) / rate, TimeUnit.NANOSECONDS);
  }

  private void come() {
    double share = (System.nanoTime() - begun) / (double) GROWING.toNanos();
    if (!isOver.get() && !isCrowded() && ThreadLocalRandom.current().nextDouble() < share) {
      unsettled.incrementAndGet();
      new Journey(turn.getAndIncrement()).begin();
    }
  }

  private boolean isCrowded() {
    return asking.get() >= Math.max(1, rate / 2);
  }

  private CompletableFuture<HttpResponse<String>> ask(HttpRequest.Builder request) {
    asking.incrementAndGet();
    return client
        .sendAsync(request.timeout(LONGEST_ANSWER).build(), BodyHandlers.ofString(UTF_8))
        .whenComplete((answer, failure) -> asking.decrementAndGet());
  }

  /**
   * Waits until all come and, for the report, until almost all are served: a server that has just
   * started becomes quicker for a while.
   *
   * @return how many were acknowledged in a second; fewer than come where they still were after two
   *     minutes
   */
  double warm() {
    RunningSurvey.await(
        () -> System.nanoTime() - begun > GROWING.toNanos(), GROWING.multipliedBy(2));
    double perSecond = perSecond();
    while (perSecond < ALMOST_ALL * rate && System.nanoTime() - begun < LONGEST_WARMING.toNanos()) {
      perSecond = perSecond();
    }
    return perSecond;
  }

  private double perSecond() {
    long start = System.nanoTime();
    int before = ledger.size();
    awaitSeconds(5);
    return (ledger.size() - before) / ((System.nanoTime() - start) / 1e9);
  }

  /** Waits until so many more have been acknowledged as come in this time. */
  void awaitSeconds(int seconds) {
    awaitMore(seconds * rate);
  }

  private void awaitMore(int more) {
    int goal = ledger.size() + more;
    RunningSurvey.await(() -> ledger.size() >= goal, LONGEST_SETTLING);
  }

  /**
   * Nobody comes any more; those who hold a form go on until each has been told.
   *
   * @return how many forms were opened, each of which has been acknowledged
   */
  int settle() {
    isOver.set(true);
    RunningSurvey.await(() -> unsettled.get() == 0, LONGEST_SETTLING);
    return opened.get();
  }

  @Override
  public void close() {
    isOver.set(true);
    clockwork.shutdownNow();
  }

  /** One respondent's way. */
  private final class Journey {
    private int turn;
    private int sendings;
    private String key = "";
    private String answers = "";
    private String body = "";

    Journey(int turn) {
      this.turn = turn;
    }

    private URI address() {
      return URI.create(addresses.get(Math.floorMod(turn, addresses.size())));
    }

    void begin() {
      if (lastOpening == null || turn % opensOneOf == 0) {
        open();
      } else {
        byte[] own = new byte[24];
        RANDOM.nextBytes(own);
        fillIn(Base64.getUrlEncoder().withoutPadding().encodeToString(own), lastOpening);
      }
    }

    private void open() {
      ask(HttpRequest.newBuilder(address())).whenComplete(this::read);
    }

    private void read(HttpResponse<String> page, Throwable failure) {
      Matcher form = KEY.matcher(page == null ? "" : page.body());
      Matcher opening = OPENED.matcher(page == null ? "" : page.body());
      if (failure != null || page.statusCode() != 200 || !form.find() || !opening.find()) {
        ledger.note(
            failure != null ? NOT_OPENED : "another answer than the form: " + page.statusCode());
        unsettled.decrementAndGet();
        return;
      }
      lastOpening = opening.group(1);
      fillIn(form.group(1), opening.group(1));
    }

    private void fillIn(String ownKey, String opening) {
      key = ownKey;
      String choice = any(Choice.values());
      String age = any(AgeGroup.values());
      String gender = any(Gender.values());
      String occupation = any(Occupation.values());
      answers = String.join(" ", choice, age, gender, occupation, COMMENT);
      body =
          "choice="
              + choice
              + "&age="
              + age
              + "&gender="
              + gender
              + "&occupation="
              + occupation
              + "&send=1&comment="
              + URLEncoder.encode(COMMENT, UTF_8)
              + "&key="
              + URLEncoder.encode(key, UTF_8)
              + "&opened="
              + URLEncoder.encode(opening, UTF_8);
      opened.incrementAndGet();
      send();
    }

    /** Not all the same: one count that all wait for would not be what a survey meets. */
    private static <E extends Enum<E>> String any(E[] codes) {
      return codes[ThreadLocalRandom.current().nextInt(codes.length)].name();
    }

    private void send() {
      if (sendings > 0 && isCrowded()) {
        sendLater();
        return;
      }
      turn++;
      sendings++;
      long start = System.nanoTime();
      ask(HttpRequest.newBuilder(address())
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body)))
          .whenComplete((answer, failure) -> settle(answer, failure, start));
    }

    private void sendLater() {
      if (!clockwork.isShutdown()) {
        long mean = patience.toMillis();
        clockwork.schedule(
            this::send,
            ThreadLocalRandom.current().nextLong(mean / 2, mean + mean / 2),
            TimeUnit.MILLISECONDS);
      }
    }

    private void settle(HttpResponse<String> answer, Throwable failure, long start) {
      if (failure == null && answer.statusCode() == 303) {
        String receipt = Respondent.receipt(Respondent.location(answer));
        ledger.acknowledge(receipt, answers, (System.nanoTime() - start) / 1e6, sendings);
        if (isReadingThanks) {
          readThanks(Respondent.location(answer));
        } else {
          unsettled.decrementAndGet();
        }
        return;
      }
      String kind = failure != null ? NO_ANSWER : kind(answer);
      ledger.note(kind);
      if (kind.equals(CLEAR)) {
        ledger.noteWait((System.nanoTime() - start) / 1e6);
      }
      sendLater();
    }

    private void readThanks(String location) {
      turn++;
      ask(HttpRequest.newBuilder(address().resolve(location)))
          .whenComplete(
              (thanks, failure) -> {
                if (failure != null || thanks.statusCode() != 200) {
                  ledger.note(
                      failure != null
                          ? NOT_READ
                          : "another answer than thanks: " + thanks.statusCode());
                }
                unsettled.decrementAndGet();
              });
    }

    /** A page that has everything typed and the key, to be sent again; or something else. */
    private String kind(HttpResponse<String> answer) {
      boolean isClear =
          answer.statusCode() == 503
              && answer.body().contains("ただいま回答を保存できませんでした")
              && answer.body().contains(COMMENT)
              && answer.body().contains(key);
      return isClear ? CLEAR : "another answer than that page: " + answer.statusCode();
    }
  }
}
