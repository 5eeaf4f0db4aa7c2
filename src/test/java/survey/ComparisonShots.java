package survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparison's section in a browser, in every size, for people to look at. */
final class ComparisonShots {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private ComparisonShots() {}

  /** Takes them; a page that scrolls sideways or that the browser complains of fails. */
  static void take(String name, String address) {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")))) {
      for (int width : new int[] {360, 768, 1280}) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          shoot(browser, width, scheme, address + "results", name);
        }
      }
      shoot(browser, 360, ColorScheme.LIGHT, address + "results?lang=en", name + "-en");
      shoot(browser, 1280, ColorScheme.LIGHT, address + "results?lang=en", name + "-en");
    }
  }

  private static void shoot(
      Browser browser, int width, ColorScheme scheme, String address, String name) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(address);
      page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)");
      Object overflow =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(overflow).as(name + " scrolls sideways at " + width).isEqualTo(0);
      Locator section = page.locator("#comparison");
      String kind = "comparison-" + name + "-" + width + "-";
      shoot(section, kind + scheme.name().toLowerCase(Locale.ROOT));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      shoot(section, kind + "print");
    }
    assertThat(complaints).isEmpty();
  }

  private static void shoot(Locator section, String name) {
    section.screenshot(new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
