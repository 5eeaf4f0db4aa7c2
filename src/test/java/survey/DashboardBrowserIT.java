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
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** The dashboard while it is left open, in Debian's Chromium. */
class DashboardBrowserIT {
  /** Of its own: what others leave on days that are closed would not add up. */
  private static final KnownSurvey SURVEY = new KnownSurvey();

  private static final String ADDRESS = SURVEY.address() + "admin/";
  private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(30_000);

  private static Chromium chromium;
  private static String signedIn;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void signIn() {
    for (int day = 0; day < 20; day++) {
      for (int i = 0; i <= day % 7; i++) {
        SURVEY.add(
            Instant.now().minus(Duration.ofDays(day)),
            i == 6 ? "FLAGGED" : "COUNTED",
            (day + i) % 3 == 0 ? Choice.STOP_BUSINESS : Choice.FORGIVE_IF_APOLOGISED,
            Choice.COMPLAIN);
      }
    }
    chromium = new Chromium();
    try (BrowserContext context = chromium.open(options())) {
      Page page = context.newPage();
      page.navigate(SURVEY.address() + "login");
      page.locator("#account").fill("admin");
      page.locator("#password").fill(SURVEY.adminPassword());
      page.locator(".sign-in button").click();
      page.waitForURL(ADDRESS);
      signedIn = context.storageState();
    }
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(1280, 900)
        .setLocale("ja-JP")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  @AfterAll
  static void close() {
    chromium.close();
    SURVEY.close();
  }

  @BeforeEach
  void open() {
    open(options().setStorageState(signedIn));
  }

  private void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.open(options);
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void show(String query) {
    page.navigate(ADDRESS + query);
    assertThat(page.locator("#live-state")).hasText("自動更新中", PATIENTLY);
    // The stream tells at once how things stand, which makes the page look once.
    page.waitForTimeout(1500);
  }

  private Locator number(String tile) {
    return page.locator(".numbers ." + tile + " dd").first();
  }

  private static long count(Locator number) {
    return Long.parseLong(number.textContent().replaceAll("\\D", ""));
  }

  private static String responses(long n) {
    return String.format("%,d件", n);
  }

  private List<?> data(String chart, int set) {
    return (List<?>)
        page.evaluate(
            "([chart, set]) => PF(chart).chart.data.datasets[set].data.map(Number)",
            List.of(chart, set));
  }

  /** What the table beside a chart says. */
  private List<?> table(String chart, int set) {
    return (List<?>)
        page.evaluate(
            "([chart, set]) => { const cells = [...document.querySelectorAll(`#${chart} [data-set=\"${set}\"]`)].map(cell => Number(cell.dataset.value));"
                + " return chart === 'days' ? cells.reverse() : cells; }",
            List.of(chart, set));
  }

  @Test
  void movesItsNumbersAndChartsWithoutAReloadWhenSomebodyAnswers() {
    show("");
    page.evaluate("window.never = 'reloaded'; window.drawn = PF('mentions').chart");
    long before = count(number("LIVE"));
    long today = count(number("today"));
    long hour = count(number("hour"));
    List<?> course = data("days", 1);
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      Respondent.complaining(SURVEY.address()).send();
      Instant sent = Instant.now();
      assertThat(number("LIVE")).hasText(responses(before + i), PATIENTLY);
      waits.add(Duration.between(sent, Instant.now()));
      assertThat(number("today")).hasText(responses(today + i));
      assertThat(number("hour")).hasText(responses(hour + i));
      assertThat(data("days", 1)).isEqualTo(table("days", 1)).isNotEqualTo(course);
    }
    // The usual one: a machine that is busy with something else may keep any of them waiting.
    waits.sort(null);
    assertThat(waits.get(2)).as(waits.toString()).isLessThan(Duration.ofMillis(1500));
    for (String chart : List.of("mentions", "nearest", "crosstab-LIVE", "crosstab-ORIGINAL")) {
      assertThat(data(chart, 1)).as(chart).isEqualTo(table(chart, 1)).isNotEmpty();
    }
    assertThat(page.evaluate("window.drawn === PF('mentions').chart")).isEqualTo(true);
    assertThat(page.evaluate("window.never")).isEqualTo("reloaded");
    String left = (String) page.evaluate(TABLES);
    page.navigate(ADDRESS);
    assertThat(page.evaluate(TABLES)).isEqualTo(left);
  }

  private static final String TABLES =
      "[...document.querySelectorAll('#numbers, [data-chart]')].map(part => part.textContent.replace(/\\s+/g, ' ')).join()";

  @Test
  void keepsItsFiltersWhileItIsLive() {
    show("?wave=LIVE&gender=MALE&rows=gender&columns=choice");
    long before = count(number("LIVE"));
    Respondent.complaining(SURVEY.address()).send();
    Respondent.complaining(SURVEY.address()).with("gender", "MALE").send();
    assertThat(number("LIVE")).hasText(responses(before + 1), PATIENTLY);
    assertThat(page.locator("#crosstab-LIVE tbody tr").nth(0).locator("td").first()).hasText("0");
    assertThat(page.locator("#crosstab-LIVE tbody tr").nth(1).locator("td").first())
        .hasText(String.format("%,d", before + 1));
  }

  @Test
  void setsItsFiltersInTheAddressByTheKeyboard() {
    page.navigate(ADDRESS);
    page.locator("#wave").focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator("#rows")).isFocused();
    page.keyboard().press("Home");
    page.keyboard().press("Tab");
    page.keyboard().press("End");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*[?&]wave=\\w+.*&rows=choice&columns=occupation$"));
    assertThat(page.locator("#rows")).hasValue("choice");
    assertThat(page.locator("#crosstab-heading")).hasText("クロス集計：対応 × 職業");
    page.getByText("条件をすべて外す").click();
    page.waitForURL(ADDRESS + "?rows=choice&columns=occupation");
  }

  @Test
  void stopsAtAKeyAndCatchesUp() {
    show("");
    page.keyboard().press("p");
    assertThat(page.locator("#live-state")).hasText("一時停止中");
    long before = count(number("LIVE"));
    Respondent.complaining(SURVEY.address()).send();
    page.waitForTimeout(2500);
    assertThat(number("LIVE")).hasText(responses(before));
    page.keyboard().press("p");
    assertThat(number("LIVE")).hasText(responses(before + 1), PATIENTLY);
    assertThat(page.locator("#live-state")).hasText("自動更新中");
    page.keyboard().press("?");
    assertThat(page.locator("#shortcuts")).containsText("自動更新を一時停止する");
  }

  @Test
  void doesNotTakeTheFocusAway() {
    show("");
    page.locator("#occupation").focus();
    long before = count(number("LIVE"));
    Respondent.complaining(SURVEY.address()).send();
    assertThat(number("LIVE")).hasText(responses(before + 1), PATIENTLY);
    assertThat(page.locator("#occupation")).isFocused();
  }

  @Test
  void saysThatTheSignInHasEnded() {
    show("?wave=LIVE");
    page.context().clearCookies();
    Respondent.complaining(SURVEY.address()).send();
    assertThat(page.locator("#live-state"))
        .containsText("ログインの有効期間が切れたため", new ContainsTextOptions().setTimeout(30_000));
    assertThat(page.locator("#live-pause")).isHidden();
    page.locator("#live-state a").click();
    page.waitForURL("**/login?to=**");
  }

  @Test
  void followsTheColourScheme() {
    show("");
    Object light = page.evaluate(COLOUR);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(light).isEqualTo("#0072b2");
    page.waitForFunction(COLOUR + " === '#5bb0f5'");
    assertThat(page.evaluate("PF('mentions').chart.options.animation")).isEqualTo(false);
  }

  private static final String COLOUR =
      "PF('mentions').chart.data.datasets.at(-1).backgroundColor[1]";

  @Test
  void showsAllNumbersWithoutJavaScript() {
    open(options().setJavaScriptEnabled(false).setStorageState(signedIn));
    page.navigate(ADDRESS + "?wave=LIVE");
    assertThat(number("LIVE")).hasText(Pattern.compile("[\\d,]+件"));
    assertThat(page.locator("#live-pause")).isHidden();
    page.locator("#wave").selectOption("ORIGINAL");
    page.locator(".filters button").click();
    assertThat(number("ORIGINAL")).hasText("100件");
    assertThat(page.locator("#nearest tbody tr").first()).containsText("39.0%");
  }

  @Test
  void fitsEveryWidthInBothThemesAndBothLanguages() {
    for (int width : new int[] {390, 1280, 1920}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        String kind = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        open(
            options().setStorageState(signedIn).setViewportSize(width, 900).setColorScheme(scheme));
        shoot("dashboard" + kind, "");
        shoot("dashboard-filtered" + kind, "?wave=LIVE&age=AGE_30S&rows=gender&columns=occupation");
        shoot("dashboard-en" + kind, "?rows=occupation&columns=age&choice=COMPLAIN&lang=en");
      }
    }
  }

  private void shoot(String name, String query) {
    page.navigate(ADDRESS + query);
    assertThat(page.locator("#live-state")).not().isEmpty();
    assertThat(Chromium.overflow(page)).as(name + " scrolls sideways").isEqualTo(0);
    Accessibility.check(page);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)).setFullPage(true));
  }
}
