package survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The results page while it is left open, in Debian's Chromium. */
class LiveBrowserIT {
  private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(30_000);

  private static RunningSurvey survey;
  private static Chromium chromium;

  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void launch() {
    survey =
        RunningSurvey.startedAt(
            RunningSurvey.freshHome("live-browser"), RunningSurvey.freePort(), Map.of());
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    survey.close();
  }

  @BeforeEach
  void open() {
    context = chromium.open(new Browser.NewContextOptions().setViewportSize(768, 900));
    page = context.newPage();
  }

  @AfterEach
  void leave() {
    context.close();
  }

  private void openResults() {
    page.navigate(survey.address() + "results");
    assertThat(state()).hasText("自動更新中", PATIENTLY);
  }

  private Locator state() {
    return page.locator("#live-state");
  }

  private Locator base() {
    return page.locator("#mentions .key.LIVE");
  }

  private int answer() {
    Respondent.complaining(survey.address()).send();
    return Respondent.count(survey.address());
  }

  private static String people(int n) {
    return String.format("今回の調査（%,d人）", n);
  }

  @Test
  void moveABarWithoutAReloadWhenSomebodyAnswers() {
    openResults();
    page.evaluate("window.never = 'reloaded'");
    for (int i = 0; i < 2; i++) {
      int n = answer();
      assertThat(base()).hasText(people(n), PATIENTLY);
      assertThat(page.locator("#mentions .COMPLAIN .LIVE .figures"))
          .hasText(String.format("%,d人中%,d人", n, n));
      assertThat(page.locator("#mentions .COMPLAIN .LIVE rect")).hasAttribute("width", "100.0%");
    }
    assertThat(page.locator("#no-answers")).not().isVisible();
    assertThat(page.evaluate("window.never")).isEqualTo("reloaded");
  }

  @Test
  void showWhatAFreshPageShowsInBothLanguages() {
    Page english = context.newPage();
    for (Page shown : List.of(page, english)) {
      String path = shown == page ? "results" : "results?lang=en";
      shown.navigate(survey.address() + path);
      assertThat(shown.locator("#live-state")).not().isEmpty();
      Respondent.complaining(survey.address()).with("choice", "COMPLAIN").send();
      Respondent.complaining(survey.address())
          .with("choice", "FORGIVE_IF_APOLOGISED")
          .with("primary")
          .send();
      int n = Respondent.count(survey.address());
      assertThat(shown.locator("#mentions .key.LIVE")).containsText(String.format("%,d", n));
      String left = charts(shown);
      String moment = shown.locator("#as-of").textContent();
      shown.navigate(survey.address() + path);
      assertThat(left).isEqualTo(charts(shown));
      assertThat(moment.replaceAll("\\d", "0"))
          .isEqualTo(shown.locator("#as-of").textContent().replaceAll("\\d", "0"));
    }
  }

  private static String charts(Page shown) {
    return (String)
        shown.evaluate(
            "[...document.querySelectorAll('table.results')].map(table => table.outerHTML).join()");
  }

  @Test
  void stopOnPauseAndCatchUpOnResume() {
    openResults();
    Locator button = page.locator("#live-pause");
    assertThat(button).hasText("一時停止する");
    assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
    String before = base().textContent();
    button.click();
    assertThat(state()).hasText("一時停止中");
    assertThat(button).hasText("再開する");
    int n;
    try (EventStream other = EventStream.at(survey.address())) {
      n = answer();
      while (other.nextCount(Duration.ofSeconds(30)) < n) {}
    }
    assertThat(base()).hasText(before);

    button.click();
    assertThat(base()).hasText(people(n), PATIENTLY);
    assertThat(state()).hasText("自動更新中");
  }

  @Test
  void tellScreenReadersNowAndThenOnly() {
    openResults();
    int first = answer();
    Locator news = page.locator("#live-news[role=status]");
    assertThat(news).hasText(String.format("今回の調査の回答は%,d人になりました。", first), PATIENTLY);
    int second = answer();
    assertThat(base()).hasText(people(second), PATIENTLY);
    assertThat(news).hasText(String.format("今回の調査の回答は%,d人になりました。", first));
    assertThat(news).hasText(String.format("今回の調査の回答は%,d人になりました。", second), PATIENTLY);
  }

  @Test
  void askForNothingWhileHidden() {
    openResults();
    String before = base().textContent();
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true, configurable: true });"
            + "document.dispatchEvent(new Event('visibilitychange'))");
    int n;
    try (EventStream other = EventStream.at(survey.address())) {
      n = answer();
      while (other.nextCount(Duration.ofSeconds(30)) < n) {}
    }
    assertThat(base()).hasText(before);

    page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
    assertThat(base()).hasText(people(n), PATIENTLY);
  }

  @Test
  void goOnByItselfWhenTheServerIsBack() {
    openResults();
    survey.close();
    assertThat(state()).hasText("接続が切れました。再接続しています…", PATIENTLY);
    survey = RunningSurvey.startedAt(survey.home(), survey.port(), Map.of());
    assertThat(state()).hasText("自動更新中", new HasTextOptions().setTimeout(90_000));
    assertThat(base()).hasText(people(answer()), PATIENTLY);
  }

  @Test
  void showOnlyTheMomentWithoutJavaScript() {
    context.close();
    context = chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page = context.newPage();
    page.navigate(survey.address() + "results");
    assertThat(page.locator("#as-of")).containsText("時点");
    assertThat(state()).isEmpty();
    assertThat(page.locator("#live-pause")).isHidden();
  }

  @Test
  void fitEveryWidthInBothThemes() {
    for (int width : new int[] {320, 768, 1280}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        context.close();
        context =
            chromium.open(
                new Browser.NewContextOptions().setViewportSize(width, 700).setColorScheme(scheme));
        page = context.newPage();
        openResults();
        assertThat(Chromium.overflow(page)).isEqualTo(0);
        String name = "live-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)));
      }
    }
  }
}
