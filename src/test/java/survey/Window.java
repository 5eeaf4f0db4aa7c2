package survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Somebody's window with one page, in which the browser has nothing to complain of. */
final class Window implements AutoCloseable {
  private final List<String> complaints = new ArrayList<>();
  private final BrowserContext context;
  private final Page page;

  Window(Chromium chromium, Browser.NewContextOptions options) {
    context = chromium.open(options);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Chromium reports a page with an error's status; those are the test's own doing.
          if (!message.location().startsWith(page.url() + ":")) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
