package survey.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import survey.Admin;

/** What an admin asks the survey; each answer is looked at. */
enum AdminQuestion {
  DASHBOARD("dashboard", 20),
  FIRST_PAGE("table, page 1", 20),
  DEEP_PAGE("table, page 10,000 (of few: the last)", 20),
  COMMON_TEXT("search for what every comment has", 20),
  /** In the very first comment alone, which is the last that the table comes to. */
  RARE_TEXT("search for what one comment has, which comes last: one answer", 3),
  RARE_TEXT_FOUND("the same until it is found, looking further as often as need be", 1);

  static final int ROUNDS_TO_WARM_UP = 2;

  private static final int ROWS = 50;
  private static final int DEEP = 9_999 * ROWS;
  private static final Pattern ONWARDS = Pattern.compile("id=\"onwards\">.*?<a href=\"/([^\"]+)\"");
  private static final Pattern RESPONSE = Pattern.compile("data-response=\"(\\d+)\"");

  private final String title;
  private final int times;

  AdminQuestion(String title, int times) {
    this.title = title;
    this.times = times;
  }

  String title() {
    return title;
  }

  /** How often a round asks. */
  int times() {
    return times;
  }

  /** What takes minutes is asked in one round alone. */
  int rounds(int usual) {
    return this == RARE_TEXT_FOUND ? 1 : usual;
  }

  int roundsToWarmUp() {
    return this == RARE_TEXT_FOUND ? 0 : ROUNDS_TO_WARM_UP;
  }

  /**
   * Asks once and looks at the answer.
   *
   * @return how many answers it took
   */
  int ask(Admin admin, LoadedSurvey survey) {
    return switch (this) {
      case DASHBOARD -> {
        assertThat(get(admin, "admin/")).contains("%,d".formatted(survey.counted()));
        yield 1;
      }
      case FIRST_PAGE -> {
        assertRows(get(admin, "admin/responses"));
        yield 1;
      }
      case DEEP_PAGE -> {
        assertRows(get(admin, "admin/responses?after=" + before(survey)));
        yield 1;
      }
      case COMMON_TEXT -> {
        assertThat(RESPONSE.matcher(get(admin, search("すぐに説明"))).find()).isTrue();
        yield 1;
      }
      case RARE_TEXT -> {
        String answer = get(admin, search("思います。0"));
        assertThat(answer).containsAnyOf("data-response=", "id=\"onwards\"");
        yield 1;
      }
      case RARE_TEXT_FOUND -> pagesUntilFound(admin);
    };
  }

  private static int pagesUntilFound(Admin admin) {
    String path = search("思います。0");
    int found = 0;
    for (int pages = 1; ; pages++) {
      String answer = get(admin, path);
      found += (int) RESPONSE.matcher(answer).results().count();
      Matcher onwards = ONWARDS.matcher(answer);
      if (!onwards.find()) {
        assertThat(found).isEqualTo(1);
        return pages;
      }
      path = onwards.group(1).replace("&amp;", "&");
    }
  }

  private static String search(String text) {
    return "admin/responses?text=" + URLEncoder.encode(text, UTF_8);
  }

  /** Ids are in the order of submission. */
  private static long before(LoadedSurvey survey) {
    long newest = Long.parseLong(survey.ask("select max(id) from response"));
    return newest - Math.min(DEEP, survey.size() - ROWS) + 1;
  }

  private static void assertRows(String answer) {
    assertThat(RESPONSE.matcher(answer).results().count()).isEqualTo(ROWS);
  }

  private static String get(Admin admin, String path) {
    HttpResponse<String> answer = admin.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
