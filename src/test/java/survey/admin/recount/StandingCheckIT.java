package survey.admin.recount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import survey.Admin;
import survey.Respondent;
import survey.RunningSurvey;
import survey.results.KnownSurvey;

/**
 * The standing check of the survey that ships: what its clockwork finds, what admins and machines
 * see of it, and the command.
 */
class StandingCheckIT {
  private static final String PASSWORD = "a password of the operator's";
  private static final Duration SOON = Duration.ofSeconds(90);

  private static KnownSurvey survey;
  private static Admin admin;

  /** What the command printed, and how it ended. */
  private record Ended(int code, String output) {}

  @BeforeAll
  static void start() {
    survey = new KnownSurvey(Map.of("SURVEY_ADMIN_PASSWORD", PASSWORD));
    admin = Admin.signedIn(survey.address(), PASSWORD);
    RunningSurvey.await(() -> known("as_of is not null").equals("1"), SOON);
    assertThat(known("concat_ws(' ', responses, cells, asked)"))
        .as("made soon after the start, of what came with it, and nobody asked for it")
        .isEqualTo("100 0 0");
  }

  private static String known(String column) {
    return survey.ask("select " + column + " from recount");
  }

  @AfterEach
  void putRight() {
    admin.post("admin/recount", Map.of("csrf", admin.csrf(), "rebuild", "1"));
    RunningSurvey.await(() -> known("asked = answered and cells = 0").equals("1"), SOON);
  }

  @AfterAll
  static void stop() {
    survey.close();
  }

  private static Element onTheDashboard(String query) {
    HttpResponse<String> answer = admin.get("admin/" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Respondent.html(answer).expectFirst("#recount");
  }

  private static HttpResponse<String> readiness() {
    return Respondent.get(survey.address() + "health/ready");
  }

  private static void tamper() {
    survey.tell(
        "update tally set n = n + 2 where wave = 'ORIGINAL' and age_group = 'AGE_30S' limit 1");
    survey.tell(
        """
        insert into tally values ('LIVE', 'FLAGGED', 0, 0, 0, 1, 'NOT_BOTHERED', 'AGE_80_PLUS', 'MALE', 'STUDENT', 1)
        on duplicate key update n = n + 1
        """);
  }

  private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bin/recount"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SURVEY_"));
    builder.environment().put("SURVEY_ADDRESS", survey.address());
    builder.environment().put("SURVEY_ADMIN_PASSWORD", PASSWORD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  @Test
  void isAQuietLineWhereAllIsWell() {
    assertThat(onTheDashboard("").text()).matches("集計の照合：一致（[0-9,]+件、20.*）.*");
    assertThat(onTheDashboard("?lang=en").text()).contains("equal");
    assertThat(onTheDashboard("").select("[role=alert], button")).isEmpty();
    assertThat(readiness().statusCode()).isEqualTo(200);
  }

  @Test
  void showsADifferenceUntilItIsPutRight() throws Exception {
    tamper();
    assertThat(admin.post("admin/recount", Map.of("csrf", admin.csrf())).statusCode())
        .isEqualTo(303);
    RunningSurvey.await(() -> known("cells").equals("2"), SOON);
    assertThat(readiness().statusCode()).isEqualTo(503);
    assertThat(readiness().body())
        .contains("\"recount\"", "\"cells\":\"2\"")
        .doesNotContain("AGE_");
    Element alert = onTheDashboard("");
    assertThat(alert.select("[role=alert]").text()).contains("2か所で一致しません", "合わせて3件");
    assertThat(onTheDashboard("?lang=en").select("[role=alert]").text()).contains("2 places");

    FormElement form = (FormElement) alert.expectFirst("form");
    Map<String, String> fields = new LinkedHashMap<>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    Element button = form.expectFirst("button[name]");
    fields.put(button.attr("name"), button.attr("value"));
    HttpResponse<String> answer = admin.post(form.attr("action").substring(1), fields);
    assertThat(Respondent.location(answer)).isEqualTo("/admin/");

    RunningSurvey.await(() -> known("cells").equals("0"), SOON);
    assertThat(readiness().statusCode()).isEqualTo(200);
    assertThat(onTheDashboard("").text()).contains("一致（", "2か所");
    survey.assertThatTheCubeEqualsARecount();
    Document log = Respondent.html(admin.get("admin/audit?kind=COUNTS"));
    assertThat(log.select(".COUNTS_REBUILT").first().text()).contains("admin", "2か所");
    assertThat(log.select(".COUNTS_COMPARED").eachText())
        .anySatisfy(entry -> assertThat(entry).contains("不一致2か所"));
  }

  @Test
  void saysThatThereWasNoneYet() {
    String row = known("as_of");
    survey.tell(
        "update recount set as_of = null, counter = 'x', counting_until = utc_timestamp(6) + interval 50 second");
    assertThat(onTheDashboard("").text()).contains("まだ行っていません");
    assertThat(readiness().statusCode()).isEqualTo(200);
    assertThat(admin.get("admin/recount").body()).isEqualTo("{\"pending\":false}");
    survey.tell("update recount set as_of = ?, counter = null, counting_until = null", row);
  }

  @Test
  void saysThatNoneHasEndedForHours() {
    String row = known("as_of");
    survey.tell(
        "update recount set as_of = utc_timestamp(6) - interval 4 hour, counter = 'x', counting_until = utc_timestamp(6) + interval 50 second");
    assertThat(onTheDashboard("").select("[role=alert]").text()).contains("3時間以上", "最後の照合");
    assertThat(onTheDashboard("?lang=en").select("[role=alert]").text()).contains("three hours");
    assertThat(readiness().statusCode()).isEqualTo(200);
    assertThat(readiness().body()).contains("\"overdue\":\"true\"");
    survey.tell("update recount set as_of = ?, counter = null, counting_until = null", row);
    assertThat(readiness().body()).contains("\"overdue\":\"false\"");
  }

  @Test
  void saysThatTheFirstHasNotEndedForHours() {
    String row = known("as_of");
    survey.tell(
        """
        update recount
        set as_of = null, since = utc_timestamp(6) - interval 4 hour,
            counter = 'x', counting_until = utc_timestamp(6) + interval 50 second
        """);
    assertThat(onTheDashboard("").select("[role=alert]").text())
        .contains("3時間以上")
        .doesNotContain("最後の照合");
    assertThat(readiness().body()).contains("\"overdue\":\"true\"");
    survey.tell(
        "update recount set as_of = ?, since = utc_timestamp(6), counter = null, counting_until = null",
        row);
  }

  @Test
  void isForAdminsAlone() {
    String before = known("asked");
    Admin stranger = Admin.at(survey.address());
    assertThat(Respondent.location(stranger.get("admin/recount"))).startsWith("/login");
    assertThat(Respondent.location(stranger.post("admin/recount", Map.of("rebuild", "1"))))
        .isEqualTo("/login");
    assertThat(admin.post("admin/recount", Map.of("rebuild", "1")).statusCode())
        .as("from a page that is not ours")
        .isEqualTo(403);
    assertThat(known("asked")).isEqualTo(before);
  }

  @Test
  void isAskedForByACommand() throws Exception {
    Ended equal = run(Map.of());
    assertThat(equal.output()).contains("Responses counted: ", "The counts equal the responses.");
    assertThat(equal.code()).isZero();

    tamper();
    Ended different = run(Map.of());
    assertThat(different.output()).contains("Counts that differ: 2, by ", "--rebuild");
    assertThat(different.code()).isEqualTo(1);

    Ended rebuilt = run(Map.of(), "--rebuild");
    assertThat(rebuilt.output())
        .contains("Counts put right: 2\n", "The counts equal the responses.");
    assertThat(rebuilt.code()).isZero();
    survey.assertThatTheCubeEqualsARecount();
    assertThat(survey.ask("select count(*) from admin_session"))
        .as("signed in: this test alone")
        .isEqualTo("1");
  }

  @Test
  void isAskedForByACommandThatSaysWhyItCannot() throws Exception {
    Ended wrong = run(Map.of("SURVEY_ADMIN_PASSWORD", "not the password"));
    assertThat(wrong.output()).contains("refuses").hasLineCount(1);
    assertThat(wrong.code()).isEqualTo(2);
    Ended nobody =
        run(Map.of("SURVEY_ADDRESS", "http://localhost:" + RunningSurvey.freePort() + "/"));
    assertThat(nobody.output()).contains("cannot reach").hasLineCount(1);
    assertThat(nobody.code()).isEqualTo(2);
    assertThat(run(Map.of(), "--nonsense").code()).isEqualTo(2);
  }

  /** A curl in the way of the real one writes down what everybody on the machine could see. */
  @Test
  void isAskedForByACommandThatTellsNobodyThePassword() throws Exception {
    Path bin = RunningSurvey.freshHome("curl");
    Path seen = bin.resolve("seen");
    Path file = Files.writeString(bin.resolve("password"), PASSWORD + "\n");
    Files.writeString(
        Files.createFile(
            bin.resolve("curl"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))),
        "#!/bin/sh\n{ echo \"$@\"; env; } >>'%s'\nexec /usr/bin/curl \"$@\"\n".formatted(seen));
    Ended ended =
        run(
            Map.of(
                "PATH",
                bin + ":" + System.getenv("PATH"),
                "SURVEY_ADMIN_PASSWORD",
                "",
                "SURVEY_ADMIN_PASSWORD_FILE",
                file.toString()));
    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(Files.readString(seen))
        .contains("/login")
        .doesNotContain(PASSWORD)
        .doesNotContain("survey-admin=");
  }

  @Test
  void putsRightWhileResponsesArriveAndAreCorrectedWithdrawnAndExcluded() throws Exception {
    for (int i = 0; i < 20; i++) {
      Respondent.complaining(survey.address()).send();
    }
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService respondents = Executors.newFixedThreadPool(4);
    List<Future<Integer>> all = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        all.add(respondents.submit(() -> respondUntil(isOver)));
      }
      all.add(respondents.submit(() -> excludeUntil(isOver)));
      for (int round = 0; round < 4; round++) {
        survey.tell("update tally set n = n + 1 where wave = 'ORIGINAL'");
        survey.tell("update tally set n = n + 100 where wave = 'LIVE'");
        Ended ended = run(Map.of(), "--rebuild");
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("Counts put right: ");
      }
    } finally {
      isOver.set(true);
      respondents.shutdown();
    }
    for (Future<Integer> one : all) {
      assertThat(one.get()).isPositive();
    }
    survey.assertThatTheCubeEqualsARecount();
    assertThat(run(Map.of()).code()).isZero();
  }

  /**
   * Sends one response after another; corrects each and takes every other back, unless an admin was
   * quicker.
   *
   * @return how many were corrected or taken back
   */
  private static int respondUntil(AtomicBoolean isOver) {
    int done = 0;
    for (int sent = 0; !isOver.get(); sent++) {
      String receipt = Respondent.receipt(Respondent.complaining(survey.address()).send());
      FormElement form =
          (FormElement)
              Respondent.html(step("receipt=" + receipt + "&step=edit"))
                  .expectFirst("form:has([name=age])");
      StringBuilder fields = new StringBuilder("step=correct&age=AGE_40S");
      form.formData().stream()
          .filter(field -> !field.key().equals("age"))
          .forEach(
              field ->
                  fields
                      .append('&')
                      .append(field.key())
                      .append('=')
                      .append(URLEncoder.encode(field.value(), UTF_8)));
      done += Respondent.html(step(fields.toString())).select("#done").size();
      if (sent % 2 == 0) {
        done +=
            Respondent.html(step("receipt=" + receipt + "&step=withdraw")).select("#done").size();
      }
    }
    return done;
  }

  private static HttpResponse<String> step(String fields) {
    return Respondent.post(
        survey.address() + "receipt", "application/x-www-form-urlencoded", fields);
  }

  /** Excludes responses and brings them back, so that it never runs out of them. */
  private static int excludeUntil(AtomicBoolean isOver) {
    Admin another = Admin.signedIn(survey.address(), PASSWORD);
    String csrf = another.csrf();
    int decided = 0;
    for (; !isOver.get(); decided++) {
      String[] order =
          survey
              .ask(
                  """
                  select concat(if(status = 'EXCLUDED', 'RESTORE', 'EXCLUDE'), ' ', id, '-', version)
                  from response where wave = 'LIVE' and status <> 'WITHDRAWN' order by rand() limit 1
                  """)
              .split(" ", 2);
      Map<String, String> fields =
          Map.of(
              "csrf",
              csrf,
              "decision",
              order[0],
              "reason",
              "TEST",
              "response",
              order[1],
              "to",
              "/admin/responses");
      assertThat(another.post("admin/decisions", fields).statusCode()).isEqualTo(303);
    }
    another.signOut();
    return decided;
  }
}
