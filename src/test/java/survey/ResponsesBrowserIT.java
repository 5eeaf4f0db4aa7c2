package survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** The admins' table of responses, and one response, as admins use them in Debian's Chromium. */
class ResponsesBrowserIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String ADDRESS = SURVEY.address();
  private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(60_000);
  private static final ContainsTextOptions TOAST = new ContainsTextOptions().setTimeout(60_000);

  /** A day that no other test has responses of. */
  private static final LocalDate DAY = LocalDate.of(2018, 5, 7);

  private static final String OF_THE_DAY = "admin/responses?from=2018-05-07&to=2018-05-08";

  private static Chromium chromium;
  private static String signedIn;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void launch() {
    for (int i = 0; i < 120; i++) {
      add(i, i % 10 == 3 ? "しらべる%_語\n「" + i + "」" : null);
    }
    chromium = new Chromium();
    try (BrowserContext context = chromium.open(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      page.navigate(ADDRESS + "login");
      page.locator("#account").fill("admin");
      page.locator("#password").fill(SURVEY.adminPassword());
      page.locator(".sign-in button").click();
      page.waitForURL(ADDRESS + "admin/");
      signedIn = context.storageState();
    }
  }

  /** Five of each minute of the day. */
  private static void add(int number, String comment) {
    Instant at = DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(number / 5 * 60L);
    SURVEY.add(at, "COUNTED", Choice.COMPLAIN, comment, comment == null ? "NO" : "REQUESTED", null);
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    open(options());
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(1280, 900)
        .setLocale("ja-JP")
        .setStorageState(signedIn);
  }

  private void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.open(options);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A page with an error's status is this test's own doing.
          if (!message.location().startsWith(page.url() + ":")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private List<String> shown() {
    return page.locator("[data-response]").allTextContents();
  }

  private static List<String> stored(String condition) {
    String ids =
        SURVEY.ask(
            "select group_concat(id order by submitted_at desc, id desc) from response where "
                + condition);
    return List.of(ids.split(",", -1));
  }

  private static List<String> storedThatDay() {
    return stored(
        "status <> 'WITHDRAWN' and submitted_at >= '2018-05-06 15:00:00' and submitted_at < '2018-05-07 15:00:00'");
  }

  @Test
  void showsEveryRowOnceWhileResponsesArrive() {
    List<String> before = storedThatDay();
    page.navigate(ADDRESS + OF_THE_DAY);
    assertThat(page.locator("#count")).hasText(before.size() + "件");
    List<String> seen = new ArrayList<>(shown());
    add(600, null);
    assertThat(page.locator("#news"))
        .containsText("新しい回答があります。", new ContainsTextOptions().setTimeout(30_000));
    assertThat(shown()).isEqualTo(seen);
    while (page.locator("[data-key=n]").count() > 0) {
      page.keyboard().press("n");
      page.waitForURL("**&after=" + seen.get(seen.size() - 1));
      seen.addAll(shown());
      add(601, null);
    }
    assertThat(seen).isEqualTo(before);

    page.keyboard().press("p");
    page.waitForURL("**&before=*");
    assertThat(shown())
        .isEqualTo(
            before.subList(
                before.size() - shown().size() - lastPage(before),
                before.size() - lastPage(before)));
    page.keyboard().press("g");
    page.waitForURL(ADDRESS + OF_THE_DAY);
    assertThat(shown()).isEqualTo(storedThatDay().subList(0, 50));
  }

  private static int lastPage(List<String> all) {
    return all.size() % 50 == 0 ? 50 : all.size() % 50;
  }

  @Test
  void keepsFiltersAndPositionInTheAddress() {
    page.navigate(ADDRESS + "admin/responses");
    page.locator("#wave").selectOption("LIVE");
    page.locator("#choice").selectOption("COMPLAIN");
    page.locator("#age").selectOption("AGE_30S");
    page.locator("#text").fill("べる%_語\n".strip());
    page.locator("#filters button").click();
    page.waitForURL("**/admin/responses?*text=*");
    assertThat(shown()).isEqualTo(stored("comment like '%しらべる!%!_語%' escape '!'"));
    assertThat(page.locator(".says mark").first()).hasText("べる%_語");
    assertThat(page.locator("#choice")).hasValue("COMPLAIN");
    assertThat(page.locator("#text")).hasValue("べる%_語");
    page.locator("[hreflang=en]").click();
    assertThat(page.locator("h1")).hasText("Responses");
    assertThat(page.locator("#text")).hasValue("べる%_語");
    page.reload();
    assertThat(page.locator("#age")).hasValue("AGE_30S");

    page.navigate(ADDRESS + OF_THE_DAY + "&before=end");
    assertThat(shown()).endsWith(storedThatDay().get(storedThatDay().size() - 1));
    page.navigate(ADDRESS + OF_THE_DAY + "&after=999999999");
    assertThat(page.locator("#lost")).isVisible();
    assertThat(shown()).isEqualTo(storedThatDay().subList(0, 50));
  }

  @Test
  void saysAtTheFieldWhatIsWrong() {
    page.navigate(
        ADDRESS
            + "admin/responses?from=2026-11-31&age=OLD&after=x&before=1&text="
            + "x".repeat(101));
    assertThat(page.locator("#error-summary")).isFocused();
    assertThat(page.locator("#error-summary h2")).hasText("入力内容をご確認ください（4件）");
    assertThat(page.locator("[data-response]")).hasCount(0);
  }

  @Test
  void opensOneAndJumpsToAnotherByItsNumber() {
    String id = stored("comment like '%「13」'").get(0);
    page.navigate(ADDRESS + OF_THE_DAY + "&text=13");
    page.locator("[data-response='" + id + "']").click();
    assertThat(page.locator("h1")).hasText("回答 " + id);
    assertThat(page.locator("#comment")).hasJSProperty("textContent", "しらべる%_語\n「13」");
    assertThat(page.locator(".facts").first()).containsText("2018年5月7日 09:02:00");
    assertThat(page.locator(".facts").first()).containsText("2018-05-07T00:02:00Z (UTC)");
    List<String> all = storedThatDay();
    page.keyboard().press("n");
    assertThat(page.locator("h1")).hasText("回答 " + all.get(all.indexOf(id) + 1));
    page.keyboard().press("p");
    assertThat(page.locator("h1")).hasText("回答 " + id);
    page.keyboard().press("l");
    page.waitForURL("**/admin/responses*");
    assertThat(page.locator("[data-response]").first()).hasText(id);
    page.locator("#jump").fill("７");
    page.locator("#jump").press("Enter");
    assertThat(page.locator("h1")).hasText("回答 7");
    page.locator("#jump").fill("999999999");
    page.locator("#jump").press("Enter");
    assertThat(page.locator("#unknown")).hasText("番号「999999999」の回答はありません。番号をご確認ください。");
  }

  @Test
  void excludesSeveralWithAReasonAndTakesItBack() {
    String first = stored("comment like '%「23」'").get(0);
    String second = stored("comment like '%「33」'").get(0);
    page.navigate(ADDRESS + OF_THE_DAY + "&text=" + "3%E3%80%8D");
    Locator exclude = page.locator("[data-dialog=exclusion]");
    assertThat(exclude).isDisabled();
    page.locator("[name=response][value^='" + first + "-']").check();
    page.locator("[name=response][value^='" + second + "-']").check();
    assertThat(page.locator("#selected-count")).hasText("2件を選択中");
    page.keyboard().press("x");
    assertThat(page.locator("#exclusion")).isVisible();
    page.keyboard().press("1");
    page.waitForTimeout(400);
    shoot("responses-dialog");
    page.locator("#exclusion .do .button").first().click();
    assertThat(page.locator(".ui-growl")).containsText("2件の回答を除外しました。", TOAST);
    assertStatus(first, "EXCLUDED");
    assertStatus(second, "EXCLUDED");
    assertThat(page.locator("tr:has([data-response='" + first + "']) .status")).hasText("除外");
    assertThat(page.locator("tr:has([data-response='" + first + "'])")).containsText("宣伝・大量送信");
    assertThat(page.locator("[type=checkbox][value^='" + first + "-']")).hasCount(0);

    page.reload();
    assertThat(page.locator(".decided")).containsText("2件の回答を除外しました。");
    page.waitForFunction("PrimeFaces.widgets.toast");
    assertThat(page.locator(".ui-growl")).isEmpty();

    page.locator(".decided button").click();
    assertThat(page.locator(".ui-growl")).containsText("2件の回答の除外を取り消しました。", TOAST);
    assertStatus(first, "COUNTED");
    assertStatus(second, "COUNTED");
  }

  private static void assertStatus(String id, String status) {
    assertThat(SURVEY.ask("select status from response where id = " + id)).isEqualTo(status);
  }

  @Test
  void decidesAboutOneByKeyboardAlone() {
    String id = stored("comment like '%「43」'").get(0);
    page.navigate(ADDRESS + "admin/response?id=" + id);
    page.waitForFunction("PrimeFaces.widgets.exclusion");
    page.keyboard().press("x");
    page.keyboard().press("2");
    page.keyboard().press("Enter");
    assertThat(page.locator(".status")).hasText("除外", PATIENTLY);
    assertThat(page.locator(".audit")).containsText("回答を除外");
    assertThat(page.locator(".audit")).containsText("動作の確認");
    page.keyboard().press("b");
    assertThat(page.locator(".status")).hasText("集計対象");
    page.keyboard().press("a");
    assertThat(page.locator(".facts").nth(1)).containsText("掲載する年代");
    assertThat(SURVEY.ask("select comment_public from response where id = " + id))
        .isEqualTo("APPROVED");
    page.keyboard().press("x");
    page.keyboard().press("1");
    page.keyboard().press("Enter");
    assertThat(page.locator(".facts").nth(1)).containsText("掲載停止");
    page.keyboard().press("b");
    assertThat(page.locator(".facts").nth(1)).containsText("掲載中");
    page.keyboard().press("o");
    assertThat(page.locator("#approve")).isVisible();
    assertThat(page.locator(".audit tbody tr")).hasCount(6);
  }

  @Test
  void offersNothingToDecideAboutAnOriginalResponse() {
    page.navigate(ADDRESS + "admin/response?id=50");
    assertThat(page.locator("#read-only")).isVisible();
    assertThat(page.locator(".decision, [data-dialog]")).hasCount(0);
    assertThat(page.locator(".facts").first()).containsText("掲載区分");
    page.navigate(ADDRESS + "admin/responses?wave=ORIGINAL");
    assertThat(page.locator("#count")).hasText("100件");
    assertThat(page.locator("[data-response]")).hasCount(50);
    assertThat(page.locator("[name=response]")).hasCount(0);

    String before =
        SURVEY.ask(
            "select group_concat(status, version, comment_public) from response where wave = 'ORIGINAL'");
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    for (String decision : List.of("EXCLUDE", "RESTORE", "APPROVE", "REFUSE", "REOPEN")) {
      HttpResponse<String> answer =
          admin.post(
              "admin/decisions",
              Map.of(
                  "csrf",
                  admin.csrf(),
                  "decision",
                  decision,
                  "reason",
                  "SPAM",
                  "response",
                  "50-0",
                  "to",
                  "/admin/response?id=50"));
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("impossible=50");
    }
    assertThat(
            SURVEY.ask(
                "select group_concat(status, version, comment_public) from response where wave = 'ORIGINAL'"))
        .isEqualTo(before);
  }

  @Test
  void showsOfAWithdrawnResponseThatItIs() {
    add(700, "取り消す人");
    String id = stored("comment = '取り消す人'").get(0);
    SURVEY.tell(
        "update tally set n = n - 1 where wave = 'LIVE' and status = 'COUNTED' and complain = 1 and stop_business = 0 and forgive_if_apologised = 0 and age_group = 'AGE_30S' limit 1");
    SURVEY.tell(
        """
        update response set status = 'WITHDRAWN', stop_business = null, complain = null, forgive_if_apologised = null,
            not_bothered = null, primary_choice = null, age_group = null, gender = null, occupation = null,
            comment = null, comment_public = 'NO' where id = ?
        """,
        id);
    page.navigate(ADDRESS + "admin/response?id=" + id);
    assertThat(page.locator(".notice").first()).containsText("回答者が取り消しました");
    assertThat(page.locator(".decision, [data-dialog], #comment")).hasCount(0);
    page.navigate(ADDRESS + OF_THE_DAY);
    assertThat(page.locator("[data-response='" + id + "']")).hasCount(0);
  }

  @Test
  void worksWithoutJavaScriptOnAPhone() {
    open(options().setJavaScriptEnabled(false).setViewportSize(390, 800));
    String id = stored("comment like '%「53」'").get(0);
    page.navigate(ADDRESS + OF_THE_DAY + "&text=53");
    page.locator("[name=response][value^='" + id + "-']").check();
    page.locator("summary").click();
    shoot("responses-without-script");
    page.locator("details [value=OTHER]").check();
    page.locator("details .button").click();
    assertThat(page.locator(".decided")).containsText("回答 " + id + " を除外しました。");
    assertStatus(id, "EXCLUDED");
    page.locator("[data-response='" + id + "']").click();
    page.locator("#restore button").click();
    assertStatus(id, "COUNTED");
    page.locator("summary").click();
    page.locator("details [value=TEST]").check();
    page.locator("details .button").click();
    assertThat(page.locator(".status")).hasText("除外");
  }

  @Test
  void fitsEveryWidthInBothThemesAndBothLanguages() {
    String id = stored("comment like '%「63」'").get(0);
    for (int width : new int[] {390, 1280, 1920}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        String kind = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        open(options().setViewportSize(width, 900).setColorScheme(scheme));
        shoot("responses" + kind, "admin/responses?text=3");
        shoot(
            "responses-original" + kind,
            "admin/responses?wave=ORIGINAL&choice=FORGIVE_IF_APOLOGISED&lang=en");
        shoot("responses-refused" + kind, "admin/responses?from=2026-11-31&status=NONE");
        shoot("response" + kind, "admin/response?id=" + id);
        shoot("response-original" + kind, "admin/response?id=96&lang=en");
        shoot("response-unknown" + kind, "admin/response?id=999999999");
      }
    }
  }

  private void shoot(String name, String path) {
    page.navigate(ADDRESS + path);
    shoot(name);
  }

  private void shoot(String name) {
    if (!name.endsWith("script") && !name.endsWith("dialog")) {
      assertThat(Chromium.overflow(page)).as(name + " scrolls sideways").isEqualTo(0);
      Accessibility.check(page);
    }
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)).setFullPage(true));
  }
}
