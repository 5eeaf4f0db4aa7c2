package survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** The admins' pages as admins use them, in Debian's Chromium. */
class AdminBrowserIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String ADDRESS = SURVEY.address();
  private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(60_000);

  private static Chromium chromium;

  /** The cookie of one who has signed in. */
  private static String signedIn;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
    try (BrowserContext context = chromium.open(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      page.navigate(ADDRESS + "login");
      signIn(page, SURVEY.adminPassword());
      page.waitForURL(ADDRESS + "admin/");
      signedIn = context.storageState();
    }
  }

  private static void signIn(Page page, String password) {
    page.locator("#account").fill("admin");
    page.locator("#password").fill(password);
    page.locator(".sign-in button").click();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    open(options().setStorageState(signedIn));
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("ja-JP");
  }

  private void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.open(options);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Chromium reports a page with an error's status, and a download that has not begun:
          // this test's own doing.
          String from = message.location();
          if (!from.startsWith(page.url() + ":") && !from.contains("/admin/progress?")) {
            complaints.add(message.type() + ": " + message.text() + " at " + from);
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Locator heading() {
    return page.locator("h1");
  }

  @Test
  void signsInWithTheKeyboardAlone() {
    open(options());
    page.navigate(ADDRESS);
    focusByTab("[href='/login']");
    page.keyboard().press("Enter");
    assertThat(heading()).hasText("管理者ログイン");
    focusByTab("#account");
    page.keyboard().type("admin");
    page.keyboard().press("Tab");
    page.keyboard().type(SURVEY.adminPassword());
    page.keyboard().press("Enter");
    assertThat(heading()).hasText("ダッシュボード", PATIENTLY);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  private void focusByTab(String selector) {
    Object reached = false;
    for (int i = 0; i < 80 && reached.equals(false); i++) {
      page.keyboard().press("Tab");
      reached = page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
    assertThat(reached).as(selector + " is reached").isEqualTo(true);
  }

  @Test
  void saysThatThePasswordIsWrongAndKeepsTheName() {
    open(options());
    page.navigate(ADDRESS + "login");
    signIn(page, "wrong");
    assertThat(page.locator("#error-summary")).isFocused();
    assertThat(page.locator("#account-error")).hasText("アカウント名またはパスワードが正しくありません");
    assertThat(page).hasTitle(Pattern.compile("^エラー：.*"));
    assertThat(page.locator("#account")).hasValue("admin");
    assertThat(page.locator("#password")).hasValue("");
  }

  @Test
  void leadsBackToThePageWithItsFilters() {
    open(options());
    String wanted = ADDRESS + "admin/download?wave=LIVE&from=2026-11-01&choice=COMPLAIN";
    page.navigate(wanted);
    assertThat(heading()).hasText("管理者ログイン");
    signIn(page, SURVEY.adminPassword());
    page.waitForURL(wanted);
    assertThat(page.locator("#choice")).hasValue("COMPLAIN");
    assertThat(page.locator("#from")).hasValue("2026-11-01");
  }

  @Test
  void asksInItsOwnFormWhoDownloadsAfterASignInHasEnded() {
    open(options());
    page.navigate(ADDRESS + "login");
    signIn(page, SURVEY.adminPassword());
    page.navigate(ADDRESS + "admin/download?choice=COMPLAIN");
    page.context().clearCookies();

    page.getByText("responses.csv を保存").click();
    page.waitForURL("**/login?to=**");
    signIn(page, SURVEY.adminPassword());
    page.waitForURL("**/admin/download?choice=COMPLAIN**");
    assertThat(page.locator("#choice")).hasValue("COMPLAIN");
  }

  @Test
  void signsOutForGood() {
    open(options());
    page.navigate(ADDRESS + "login");
    signIn(page, SURVEY.adminPassword());
    page.waitForURL(ADDRESS + "admin/");
    page.locator(".account button").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("ログアウトしました。");
    page.navigate(ADDRESS + "admin/audit");
    assertThat(heading()).hasText("管理者ログイン");
  }

  @Test
  void showsHowManyResponsesHaveWhichStatus() {
    SURVEY.add(Instant.now(), "COUNTED", Choice.COMPLAIN);
    SURVEY.add(Instant.now(), "FLAGGED", Choice.COMPLAIN);
    SURVEY.add(Instant.now(), "EXCLUDED", Choice.COMPLAIN);
    page.navigate(ADDRESS + "admin/");
    assertThat(page.locator(".statuses tbody tr").nth(0).locator("td"))
        .hasText(new String[] {"100", "0", "0", "100"});
    assertThat(page.locator(".statuses tbody tr").nth(1).locator("td"))
        .hasText(
            new String[] {
              live("status = 'COUNTED'"),
              live("status = 'FLAGGED'"),
              live("status = 'EXCLUDED'"),
              live("true")
            });
    String today =
        live(
            "submitted_at >= convert_tz(date(convert_tz(utc_timestamp(), '+00:00', '+09:00')), '+09:00', '+00:00')");
    assertThat(page.locator(".numbers .today dd").first()).hasText(today + "件");
  }

  private static String live(String condition) {
    return count(
        "select count(*) from response where wave = 'LIVE' and status <> 'WITHDRAWN' and "
            + condition);
  }

  private static String count(String query) {
    return String.format("%,d", Long.parseLong(SURVEY.ask(query)));
  }

  @Test
  void goesThroughTheAuditLogAndBack() {
    for (long rows = 7_000_001; rows <= 7_000_120; rows++) {
      SURVEY.tell(
          """
          insert into audit_entry (at, account, action, selection, row_count)
          values (utc_timestamp(6), 'admin', 'DOWNLOAD_COMPLETED', 'wave=LIVE&choice=COMPLAIN', ?)
          """,
          rows);
    }
    page.navigate(ADDRESS + "admin/audit");
    page.getByText("ダウンロード", new Page.GetByTextOptions().setExact(true)).last().click();
    List<Long> seen = new ArrayList<>();
    for (int shown = 0; shown < 3; shown++) {
      if (shown > 0) {
        page.getByText("前の記録を見る").click();
      }
      assertThat(page.locator(".tabs [aria-current]")).hasText("ダウンロード");
      Locator details = page.locator(".audit tbody td:last-child");
      assertThat(details.first()).hasText(Pattern.compile("7,000,\\d{3}件\\s+今回の調査\\s*クレームを入れる"));
      details.allTextContents().stream()
          .map(text -> text.strip().split("件", 2)[0].replace(",", ""))
          .filter(text -> text.matches("7000\\d{3}"))
          .forEach(text -> seen.add(Long.valueOf(text)));
    }
    assertThat(seen)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(0, 119).map(i -> 7_000_120 - i).boxed().toList());
    page.getByText("最新の記録へ").click();
    assertThat(page.locator(".audit tbody tr").first()).containsText("7,000,120件");
    assertThat(page).hasURL(ADDRESS + "admin/audit?kind=DOWNLOAD");
  }

  @Test
  void downloadsByAClickAndTellsTheEnd() throws IOException {
    long rows = Long.parseLong(SURVEY.ask("select sum(n) from tally"));
    page.navigate(ADDRESS + "admin/download");
    assertThat(page.locator("#to-come strong")).hasText(String.format("この条件の回答は %,d 件です", rows));
    Locator link = page.locator("[href^='/admin/responses.csv']");
    String address = link.getAttribute("href");
    Download file = page.waitForDownload(link::click);
    assertThat(Files.readString(file.path()).codePoints().filter(c -> c == '\r').count())
        .isGreaterThan(rows);

    assertThat(page.locator(".end").first())
        .hasText(String.format("ダウンロードが完了しました（%,d件）", rows), PATIENTLY);
    assertThat(page.locator(".rows").first()).hasText(String.format("%1$,d / %1$,d 件", rows));
    assertThat(link).hasAttribute("href", address);
    page.navigate(ADDRESS + "admin/audit");
    assertThat(page.locator(".audit .DOWNLOAD_COMPLETED").first())
        .containsText(String.format("%,d件", rows));
  }

  @Test
  void tellsHowFarADownloadIsAndThatItBroke() {
    List<String> news =
        new ArrayList<>(
            List.of("{\"state\":\"RUNNING\",\"rows\":12}", "{\"state\":\"BROKEN\",\"rows\":34}"));
    page.route("**/admin/progress?id=*", route -> tell(route, news.get(0)));
    page.navigate(ADDRESS + "admin/download");
    Locator zip = page.locator(".file").nth(1);
    page.waitForDownload(() -> zip.locator("a").click());
    assertThat(zip.locator(".rows")).hasText(Pattern.compile("12 / [\\d,]+ 件"), PATIENTLY);
    assertThat(zip.locator(".end")).isEmpty();
    shoot("admin-progress");
    news.remove(0);
    assertThat(zip.locator(".end")).hasText("ダウンロードが中断されました。ファイルは不完全です。もう一度お試しください。", PATIENTLY);
    assertThat(zip.locator("progress")).hasJSProperty("value", 34);
    assertThat(page.locator(".end").first()).isEmpty();
    shoot("admin-broken");
  }

  private static void tell(Route route, String news) {
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(news));
  }

  @Test
  void offersNoFilesOfFiltersThatAreNotApplied() {
    page.navigate(ADDRESS + "admin/download");
    page.locator("#wave").selectOption("ORIGINAL");
    assertThat(page.locator("#files")).isHidden();
    assertThat(page.locator("#stale")).containsText("条件が書き換えられています。");
    page.locator("#wave").selectOption("");
    assertThat(page.locator("#files")).isVisible();
    assertThat(page.locator("#stale")).isEmpty();
    page.locator("#wave").selectOption("ORIGINAL");
    page.locator("#filters button").click();
    assertThat(page.locator("#to-come strong")).hasText("この条件の回答は 100 件です");
    page.getByText("分析用（加工なし）").click();
    assertThat(page.locator("[href='/admin/responses.csv?wave=ORIGINAL&profile=raw']")).isVisible();
  }

  @Test
  void saysAtTheFieldWhatIsWrong() {
    page.navigate(ADDRESS + "admin/download?from=2026-11-31&to=soon&wave=LIVE");
    assertThat(page.locator("#error-summary")).isFocused();
    assertThat(page.locator("#error-summary h2")).hasText("入力内容をご確認ください（2件）");
    assertThat(page.locator("#wave")).hasValue("LIVE");
    assertThat(page.locator("#to")).hasValue("soon");
    assertThat(page.locator("#to-error")).containsText("日付は 2026-11-23 の形式で");
    assertThat(page.locator("#files")).hasCount(0);
    page.locator("#error-summary a").first().click();
    assertThat(page.locator("#from")).isFocused();
  }

  @Test
  void worksWithoutJavaScriptOnAPhone() {
    open(options().setJavaScriptEnabled(false).setViewportSize(360, 740));
    page.navigate(ADDRESS + "admin/download");
    signIn(page, SURVEY.adminPassword());
    assertThat(heading()).hasText("ダウンロード", PATIENTLY);
    page.locator("#wave").selectOption("ORIGINAL");
    page.locator("#filters button").click();
    assertThat(page.locator("#to-come strong")).hasText("この条件の回答は 100 件です");
    Download file = page.waitForDownload(() -> page.locator("[href^='/admin/export.zip']").click());
    assertThat(file.failure()).isNull();

    Locator audit = page.locator("nav [href='/admin/audit']");
    assertThat(audit).isHidden();
    page.getByText("メニュー").click();
    audit.click();
    assertThat(heading()).hasText("操作履歴");
    page.getByText("メニュー").click();
    page.locator(".account button").click();
    assertThat(heading()).hasText("管理者ログイン");
  }

  @Test
  void fitsEveryWidthInBothThemesAndBothLanguages() {
    for (int width : new int[] {360, 1280, 1920}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        String kind = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        open(options().setViewportSize(width, 900).setColorScheme(scheme));
        shoot("login" + kind, "login");
        signIn(page, "wrong");
        assertThat(page.locator("#error-summary")).isVisible();
        shoot("login-refused" + kind);
        open(
            options().setStorageState(signedIn).setViewportSize(width, 900).setColorScheme(scheme));
        shoot("admin-dashboard" + kind, "admin/");
        shoot("admin-download" + kind, "admin/download?wave=LIVE&choice=COMPLAIN&profile=raw");
        shoot("admin-download-refused" + kind, "admin/download?from=2026-11-31&status=NONE");
        shoot("admin-audit" + kind, "admin/audit");
        shoot("admin-settings" + kind, "admin/settings");
        shoot("admin-dashboard-en" + kind, "admin/?lang=en");
        shoot("admin-download-en" + kind, "admin/download?wave=LIVE&from=2026-11-01&lang=en");
        shoot("admin-audit-en" + kind, "admin/audit?lang=en");
      }
    }
  }

  private void shoot(String name, String path) {
    page.navigate(ADDRESS + path);
    shoot(name);
  }

  private void shoot(String name) {
    assertThat(Chromium.overflow(page)).as(name + " scrolls sideways").isEqualTo(0);
    Accessibility.check(page);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)).setFullPage(true));
  }
}
