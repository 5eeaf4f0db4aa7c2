package survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comparison's section in a browser, in every size, for people to look at. */
final class ComparisonShots {
  private ComparisonShots() {}

  /** Takes them; a page that scrolls sideways or that the browser complains of fails. */
  static void take(String name, String address) {
    try (Chromium chromium = new Chromium()) {
      for (int width : new int[] {360, 768, 1280}) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          shoot(chromium, width, scheme, address + "results", name);
        }
      }
      shoot(chromium, 360, ColorScheme.LIGHT, address + "results?lang=en", name + "-en");
      shoot(chromium, 1280, ColorScheme.LIGHT, address + "results?lang=en", name + "-en");
    }
  }

  private static void shoot(
      Chromium chromium, int width, ColorScheme scheme, String address, String name) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        chromium.open(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(address);
      page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)");
      assertThat(Chromium.overflow(page)).as(name + " scrolls sideways at " + width).isEqualTo(0);
      Locator section = page.locator("#comparison");
      String kind = "comparison-" + name + "-" + width + "-";
      shoot(section, kind + scheme.name().toLowerCase(Locale.ROOT));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      shoot(section, kind + "print");
    }
    assertThat(complaints).isEmpty();
  }

  private static void shoot(Locator section, String name) {
    section.screenshot(new Locator.ScreenshotOptions().setPath(Chromium.screenshot(name)));
  }
}
