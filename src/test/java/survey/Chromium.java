package survey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium without a window; it asks nobody for anything on its own account. */
final class Chromium implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final Playwright playwright;
  private final Browser browser;

  Chromium(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
    arguments.addAll(List.of(more));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(arguments));
  }

  /** Somebody's window, that shares nothing with any other. */
  BrowserContext open(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  /** By how many pixels a page is wider than its window. */
  static int overflow(Page page) {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Where a screenshot of this name belongs. */
  static Path screenshot(String name) {
    return SCREENSHOTS.resolve(name + ".png");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
