package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import survey.Malformed.Kind;
import survey.results.KnownSurvey;

/**
 * Thousands of malformed requests: none is answered by a failure, none leaves a row that is not a
 * response, and none comes back as markup. {@code -Dfuzz.seed=…} sends the same ones again, and
 * {@code -Dfuzz.requests=…} so many.
 */
class FuzzIT {
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 12_000);
  private static final int CONNECTIONS = 6;
  private static final int RESPONSES = 24;

  /** What must have been answered so, and often: who is refused at the door proves nothing. */
  private static final Map<Kind, List<Integer>> ANSWERS =
      Map.of(
          Kind.FORM, List.of(303, 422),
          Kind.ENCODING, List.of(303, 422),
          Kind.VIEW_STATE, List.of(422),
          Kind.CONTENT_TYPE, List.of(422),
          Kind.RECEIPT, List.of(200, 409, 422, 429),
          Kind.ADMIN, List.of(200, 303, 400, 403),
          Kind.ADDRESS, List.of(200, 404),
          Kind.METHOD, List.of(405),
          Kind.HEADER, List.of(200, 303, 422));

  private static final int OFTEN = REQUESTS / 1_000;

  private static final Pattern UNESCAPED = Pattern.compile(MalformedValues.UNESCAPED);

  /** The rules of a response, said again. */
  private static final String INVALID =
      """
      select count(*) from response
      where wave = 'LIVE' and not case when status = 'WITHDRAWN'
        then coalesce(stop_business, complain, forgive_if_apologised, not_bothered) is null and comment is null
        else primary_choice in ('STOP_BUSINESS', 'COMPLAIN', 'FORGIVE_IF_APOLOGISED', 'NOT_BOTHERED')
          and age_group regexp '^(AGE_[1-7]0S|AGE_80_PLUS|NO_ANSWER)$'
          and gender in ('FEMALE', 'MALE', 'OTHER', 'NO_ANSWER')
          and occupation in ('COMPANY_EMPLOYEE', 'PUBLIC_SERVANT', 'SELF_EMPLOYED', 'FREELANCE',
            'CONTRACT_OR_TEMPORARY', 'PART_TIME', 'HOMEMAKER', 'STUDENT', 'NOT_EMPLOYED', 'OTHER', 'NO_ANSWER')
          and stop_business + complain + forgive_if_apologised + not_bothered between 1 and 3
          and (not_bothered = 0 or stop_business + complain + forgive_if_apologised = 0)
          and case primary_choice when 'STOP_BUSINESS' then stop_business when 'COMPLAIN' then complain
            when 'FORGIVE_IF_APOLOGISED' then forgive_if_apologised else not_bothered end = 1
          and (comment is null or (char_length(comment) between 1 and 1000
            and comment not regexp '[\\\\x01-\\\\x08\\\\x0b-\\\\x1f\\\\x7f]' and locate(char(0), comment) = 0
            and trim(replace(comment, '\\n', ' ')) <> ''))
          and (comment_public = 'NO' or comment is not null)
        end
      """;

  private static final String CELL =
      "status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation";

  /** The cube of live responses, as one text. */
  private static final String CUBE = cells("n", "tally where wave = 'LIVE' and n > 0");

  private static final String RECOUNT =
      cells("count(*)", "response where wave = 'LIVE' and status <> 'WITHDRAWN' group by " + CELL);

  private static final String DECISIONS =
      """
      select count(distinct action) from audit_entry
      where action in ('COMMENT_APPROVED', 'COMMENT_REFUSED', 'COMMENT_REOPENED', 'RESPONSE_EXCLUDED', 'RESPONSE_RESTORED')
      """;

  private static final String UNFLAGGED =
      "select count(*) from response where wave = 'LIVE' and 'COUNTED' in (status, status_before)";

  private static String cells(String count, String from) {
    return "select group_concat(cell order by cell) from (select concat_ws(' ', %s, %s) cell from %s) cells"
        .formatted(CELL, count, from);
  }

  @Test
  void failsNobodyStoresNothingInvalidAndRepeatsNoMarkup() throws Exception {
    System.out.printf("Fuzz: -Dfuzz.seed=%d -Dfuzz.requests=%d%n", SEED, REQUESTS);
    try (KnownSurvey survey =
        new KnownSurvey(
            Map.of(
                "SURVEY_TRUSTED_PROXIES", "127.0.0.1, ::1",
                "SURVEY_RATE_LIMIT", "1000000",
                "SURVEY_SECRET", "the same secret for the same receipts"))) {
      Set<String> receipts = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < RESPONSES; i++) {
        receipts.add(
            receipt(
                Respondent.complaining(survey.address())
                    .with("key", Malformed.sharedKey(i))
                    .with("opened")
                    .with("comment_public", "1")
                    .send()
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()));
      }
      long start = System.nanoTime();
      Figures figures = fuzz(survey, receipts);
      System.out.printf(
          "Fuzz: %d s, %d responses stored, %d sent again%n%s",
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          receipts.size(),
          figures.again(),
          figures);

      assertThat(figures.failures().stream().limit(20)).isEmpty();
      assertThat(figures.sum()).isEqualTo(REQUESTS / CONNECTIONS * CONNECTIONS);
      ANSWERS.forEach(
          (kind, statuses) ->
              assertThat(statuses)
                  .as(kind.name())
                  .allSatisfy(
                      status ->
                          assertThat(figures.of(kind, status))
                              .as("%d", status)
                              .isGreaterThan(OFTEN)));
      assertThat(figures.again()).as("sent again").isGreaterThan(OFTEN);
      assertThat(survey.ask(DECISIONS)).as("decisions carried out, by kind").isEqualTo("5");
      assertThat(survey.ask(UNFLAGGED)).as("no person sent any").isEqualTo("0");
      assertThat(survey.ask(INVALID)).as("invalid rows").isEqualTo("0");
      assertThat(survey.ask("select count(*) from response where wave = 'LIVE'"))
          .as("a row for each receipt")
          .isEqualTo(String.valueOf(receipts.size()));
      assertThat(survey.ask(CUBE))
          .as("the cube is what a recount gives")
          .isEqualTo(survey.ask(RECOUNT))
          .contains("FLAGGED");
      assertThat(survey.ask("select count(*) from response where wave = 'ORIGINAL'"))
          .isEqualTo("100");
      assertThat(Respondent.complaining(survey.address()).send().statusCode()).isEqualTo(303);
      assertThat(Respondent.get(survey.address() + "results").statusCode()).isEqualTo(200);
    }
  }

  private static String receipt(String location) {
    return location.replaceFirst(".*receipt=", "");
  }

  private static Figures fuzz(KnownSurvey survey, Set<String> receipts) throws Exception {
    Admin admin = Admin.signedIn(survey.address(), survey.adminPassword());
    List<String> known = receipts.stream().sorted().toList();
    String csrf = admin.csrf();
    Figures figures = new Figures();
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Malformed malformed = new Malformed(SEED + i, known, admin.cookie(), csrf, i == 0);
        work.add(
            () -> {
              send(survey.port(), malformed, figures, receipts);
              return null;
            });
      }
      for (Future<Void> done : clients.invokeAll(work)) {
        done.get();
      }
    } finally {
      clients.shutdownNow();
    }
    return figures;
  }

  private static void send(int port, Malformed malformed, Figures figures, Set<String> receipts)
      throws IOException {
    try (KeptConnection connection = new KeptConnection(port)) {
      for (int i = 0; i < REQUESTS / CONNECTIONS; i++) {
        Malformed.Request request = malformed.next();
        KeptConnection.Answer answer;
        try {
          answer = connection.ask(request.bytes());
          check(request, answer);
        } catch (IOException | RuntimeException | AssertionError e) {
          figures.fail(e + " after " + told(request));
          continue;
        }
        figures.add(request.kind(), answer.status());
        if (answer.status() == 303 && answer.header("location").startsWith("/thanks")) {
          if (!receipts.add(receipt(answer.header("location")))) {
            figures.addAgain();
          }
        }
      }
    }
  }

  private static void check(Malformed.Request request, KeptConnection.Answer answer) {
    boolean isOtherVersion = answer.status() == 505;
    assertThat((answer.status() > 0 && answer.status() < 500) || isOtherVersion)
        .as(() -> answer.status() + " to " + told(request))
        .isTrue();
    assertThat(answer.head().lines().filter(line -> line.startsWith("X-Injected")))
        .as(() -> told(request))
        .isEmpty();
    assertThat(answer.header("location"))
        .as(() -> told(request))
        .doesNotMatch("(?s)[^/].*|//.*|.*[\\r\\\\].*");
    if (answer.header("content-type").contains("html")) {
      assertThat(UNESCAPED.matcher(answer.body()).find())
          .as(() -> "unescaped after " + told(request))
          .isFalse();
      assertThat(answer.body()).as(() -> told(request)).doesNotContain(MalformedValues.EVALUATED);
    }
  }

  private static String told(Malformed.Request request) {
    return request.kind() + ": " + request.text();
  }
}
