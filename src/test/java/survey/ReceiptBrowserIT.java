package survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's own response by its receipt, in Debian's Chromium. */
class ReceiptBrowserIT {
  private static final String ADDRESS = RunningSurvey.shared().address();

  private static Chromium chromium;

  private Window window;
  private Page page;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    open(new Browser.NewContextOptions().setViewportSize(390, 844));
  }

  private void open(Browser.NewContextOptions options) {
    if (window != null) {
      window.close();
    }
    window = new Window(chromium, options);
    page = window.page();
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    window.close();
  }

  private static String respond() {
    return Respondent.receipt(
        Respondent.complaining(ADDRESS)
            .with("comment", "まず説明がほしい。\n謝罪はそのあとでよい。")
            .with("comment_public", "1")
            .send());
  }

  private void enter(Page where, String receipt) {
    where.navigate(ADDRESS + "receipt");
    where.locator("#receipt-input").fill(receipt);
    where.locator("main .button").click();
  }

  private static void press(Page where, String step) {
    where.locator("[name=step][value=" + step + "]").click();
  }

  @Test
  void correctsAResponse() {
    enter(page, respond());
    press(page, "edit");
    page.locator("label:has(#age-AGE_50S)").click();
    page.locator("label:has(#choice-COMPLAIN)").click();
    assertThat(page.locator("#primary")).isHidden();
    press(page, "correct");
    assertThat(page.locator("#done")).containsText("回答を修正しました");
    assertThat(page.locator(".answers")).containsText("50代");
    assertThat(page.url()).isEqualTo(ADDRESS + "receipt");
  }

  @Test
  void withdrawsAResponseWithTheKeyboardAlone() {
    enter(page, respond());
    page.locator("[name=step][value=ask]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("回答を取り消しますか");
    page.locator("[name=step][value=withdraw]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).hasText("回答の内容をすべて消去しました。");
  }

  @Test
  void fitsEveryWidthInBothThemes() {
    for (int width : new int[] {320, 390, 1280}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        open(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        for (String language : List.of("", "?lang=en")) {
          String kind =
              (language.isEmpty() ? "-" : "-en-")
                  + width
                  + "-"
                  + scheme.name().toLowerCase(Locale.ROOT);
          shootEveryState(kind, language, respond());
        }
      }
    }
  }

  private void shootEveryState(String kind, String language, String receipt) {
    page.navigate(ADDRESS + "receipt" + language);
    shoot("receipt-entry" + kind);
    page.locator("#receipt-input").fill("0000-0000-0000-0000");
    page.locator("main .button").click();
    shoot("receipt-unknown" + kind);
    page.locator("#receipt-input").fill(receipt);
    page.locator("main .button").click();
    shoot("receipt-shown" + kind);
    press(page, "edit");
    shoot("receipt-questions" + kind);
    page.locator("#comment").fill("あ".repeat(1_001));
    press(page, "correct");
    shoot("receipt-refused" + kind);
    page.locator("#comment").fill("書き直しました。");
    correctElsewhere(receipt);
    press(page, "correct");
    shoot("receipt-outdated" + kind);
    press(page, "correct");
    shoot("receipt-corrected" + kind);
    press(page, "ask");
    shoot("receipt-ask" + kind);
    press(page, "withdraw");
    shoot("receipt-withdrawn" + kind);
  }

  private void correctElsewhere(String receipt) {
    Page other = page.context().newPage();
    enter(other, receipt);
    press(other, "edit");
    other.locator("label:has(#age-AGE_50S)").click();
    press(other, "correct");
    assertThat(other.locator("#done")).isVisible();
    other.close();
  }

  private void shoot(String name) {
    assertThat(Chromium.overflow(page)).as(name + " scrolls sideways").isEqualTo(0);
    Accessibility.check(page);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)).setFullPage(true));
  }
}
