package survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
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

/** Comments on their way to the results page, by admins in Debian's Chromium. */
class ModerationBrowserIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String ADDRESS = SURVEY.address();
  private static final Instant START = Instant.parse("2026-11-01T03:00:00Z");
  private static final String PERSONAL = "連絡は 090-1234-5678 か\ntaro@example.com まで";

  private static Chromium chromium;
  private static String signedIn;

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> windows = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void launch() {
    // A busy machine takes its time.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
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

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    forget();
    page = window(options());
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setStorageState(signedIn)
        .setViewportSize(1280, 900)
        .setLocale("ja-JP");
  }

  /** Another admin's browser, or the same admin's other one. */
  private Page window(Browser.NewContextOptions options) {
    BrowserContext context = chromium.open(options);
    windows.add(context);
    Page opened = context.newPage();
    opened.onConsoleMessage(message -> complaints.add(message.text() + " " + message.location()));
    opened.onPageError(complaints::add);
    return opened;
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    windows.forEach(BrowserContext::close);
    forget();
    assertThat(complaints).isEmpty();
  }

  private static void forget() {
    SURVEY.tell("delete from response where wave = 'LIVE'");
    SURVEY.tell("delete from tally where wave = 'LIVE'");
  }

  /** Stores a comment that waits, after all before it; its id. */
  private static String add(String comment) {
    int before = Integer.parseInt(SURVEY.ask("select count(*) from response where wave = 'LIVE'"));
    SURVEY.add(START.plusSeconds(before), "COUNTED", Choice.COMPLAIN, comment, "REQUESTED", null);
    return SURVEY.ask("select max(id) from response");
  }

  private static List<String> add(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ids.add(add("コメント" + i));
    }
    return ids;
  }

  private static String state(String id) {
    return SURVEY.ask("select comment_public from response where id = " + id);
  }

  private void openQueue() {
    page.navigate(ADDRESS + "admin/comments");
  }

  /** PrimeFaces's dialogs come to life a moment after the page. */
  private void openLivelyQueue() {
    openQueue();
    page.waitForFunction("PrimeFaces.widgets.shortcuts && PrimeFaces.widgets.ask");
  }

  private Locator item(String id) {
    return page.locator("#response-" + id);
  }

  private Locator toast() {
    return page.locator(".ui-growl-title");
  }

  /** What the results page shows. */
  private static List<String> published() {
    return SURVEY
        .page("results?comments=COMPLAIN")
        .select("#live-comments ~ ol blockquote")
        .stream()
        .map(comment -> comment.wholeText())
        .toList();
  }

  @Test
  void areReviewedByKeyboardAlone() {
    List<String> ids = add(5);
    openQueue();
    assertThat(page.locator("#waiting")).hasText("5件");
    assertThat(page.locator(".side .waiting")).hasText("5件");
    page.keyboard().press("j");
    assertThat(item(ids.get(0))).isFocused();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(item(ids.get(1))).isFocused();

    page.keyboard().press("a");
    assertThat(toast()).hasText("回答 " + ids.get(1) + " のコメントの掲載を承認しました。");
    assertThat(item(ids.get(1))).hasCount(0);
    assertThat(item(ids.get(2))).isFocused();
    assertThat(page.locator("#waiting")).hasText("4件");
    assertThat(published()).containsExactly("コメント2");

    page.keyboard().press("r");
    assertThat(toast()).hasText("回答 " + ids.get(2) + " のコメントの掲載を見送りました。");
    assertThat(item(ids.get(3))).isFocused();
    assertThat(published()).containsExactly("コメント2");

    page.keyboard().press("u");
    assertThat(toast()).hasText("回答 " + ids.get(2) + " のコメントを確認待ちに戻しました。");
    assertThat(item(ids.get(2))).isFocused();
    assertThat(state(ids.get(2))).isEqualTo("REQUESTED");

    page.navigate(ADDRESS + "admin/comments?publication=APPROVED");
    assertThat(page.locator(".item")).hasCount(1);
    page.keyboard().press("j");
    page.keyboard().press("u");
    assertThat(page.locator(".item")).hasCount(0);
    assertThat(state(ids.get(1))).isEqualTo("REQUESTED");
    assertThat(published()).isEmpty();
  }

  @Test
  void goOnWithTheOneBeforeWhereTheLastWasDecided() {
    List<String> ids = add(2);
    openQueue();
    page.keyboard().press("ArrowUp");
    assertThat(item(ids.get(1))).isFocused();
    page.keyboard().press("r");
    assertThat(item(ids.get(0))).isFocused();
    page.keyboard().press("r");
    assertThat(page.locator("main .notice")).hasText("確認待ちのコメントはありません。");
    assertThat(page.locator(".side .waiting")).hasCount(0);
    page.keyboard().press("u");
    assertThat(item(ids.get(0))).isFocused();
  }

  @Test
  void openTheirResponseByAKeyAndTellTheKeys() {
    String id = add(1).get(0);
    openLivelyQueue();
    page.keyboard().press("?");
    assertThat(page.locator("#shortcuts")).isVisible();
    assertThat(page.locator("#shortcuts")).containsText("次のコメントへ");
    page.keyboard().press("a");
    page.keyboard().press("Escape");
    assertThat(page.locator("#shortcuts")).isHidden();
    page.keyboard().press("a");
    assertThat(item(id)).isFocused();
    assertThat(state(id)).isEqualTo("REQUESTED");
    page.keyboard().press("o");
    page.waitForURL(ADDRESS + "admin/response?id=" + id);
  }

  @Test
  void arePointedOutAndAskedAboutWhereTheySeemToHoldPersonalData() {
    String id = add(PERSONAL);
    String plain = add("説明がほしい");
    openLivelyQueue();
    assertThat(item(id).locator("mark"))
        .hasText(new String[] {"090-1234-5678", "taro@example.com"});
    assertThat(item(id).locator("blockquote").evaluate("text => text.textContent"))
        .isEqualTo(PERSONAL);
    assertThat(item(id).locator(".found")).containsText("個人情報のように見える部分があります：");
    assertThat(item(id).locator(".found .kinds span")).hasText(new String[] {"メールアドレス", "電話番号"});
    assertThat(item(plain).locator(".found")).hasCount(0);

    page.keyboard().press("j");
    page.keyboard().press("a");
    Locator dialog = page.locator("#ask");
    assertThat(dialog).isVisible();
    assertThat(dialog.locator("li")).hasText("回答 " + id + "：メールアドレス、電話番号");
    assertThat(page.locator("#ask-yes")).isFocused();
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertThat(item(id)).isFocused();
    assertThat(state(id)).isEqualTo("REQUESTED");

    page.keyboard().press("a");
    assertThat(page.locator("#ask-yes")).isFocused();
    page.keyboard().press("Enter");
    assertThat(toast()).hasText("回答 " + id + " のコメントの掲載を承認しました。");
    assertThat(item(plain)).isFocused();
    assertThat(published()).containsExactly(PERSONAL);
  }

  @Test
  void areApprovedTogetherButForThoseThatSeemToHoldPersonalData() {
    List<String> ids = add(3);
    String personal = add(PERSONAL);
    openQueue();
    assertThat(page.locator("#bulk button").first()).isDisabled();
    page.keyboard().press("Shift+X");
    assertThat(page.locator("#bulk-count")).hasText("3件を選択中");
    assertThat(item(personal).locator("input[type=checkbox]")).not().isChecked();
    page.keyboard().press("Shift+A");
    assertThat(toast()).hasText("3件のコメントの掲載を承認しました。");
    assertThat(page.locator(".item")).hasCount(1);
    assertThat(item(personal)).isFocused();
    assertThat(published()).containsExactlyInAnyOrder("コメント1", "コメント2", "コメント3");

    page.keyboard().press("u");
    assertThat(toast()).hasText("3件のコメントを確認待ちに戻しました。");
    assertThat(item(ids.get(0))).isFocused();
    assertThat(published()).isEmpty();

    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("Shift+R");
    assertThat(toast()).hasText("2件のコメントの掲載を見送りました。");
    assertThat(state(ids.get(1))).isEqualTo("REFUSED");
    assertThat(state(ids.get(2))).isEqualTo("REQUESTED");
  }

  @Test
  void tellTheSecondOfTwoAdmins() {
    List<String> ids = add(3);
    openQueue();
    Page other = window(options());
    other.navigate(ADDRESS + "admin/comments");
    other.locator("#response-" + ids.get(0) + " [value=REFUSE]").click();
    assertThat(other.locator(".ui-growl-title")).containsText("見送りました");

    item(ids.get(0)).locator("[value=APPROVE]").click();
    assertThat(page.locator(".decided.trouble"))
        .containsText("次の回答は、ほかの管理者または回答者が先に変更したため、変更していません。最新の内容をご確認ください。");
    assertThat(page.locator(".decided.trouble a")).hasText("回答 " + ids.get(0));
    assertThat(toast()).containsText("先に変更したため");
    assertThat(state(ids.get(0))).isEqualTo("REFUSED");
    assertThat(item(ids.get(0))).hasCount(0);

    page.navigate(ADDRESS + "admin/comments");
    other.navigate(ADDRESS + "admin/comments");
    other.keyboard().press("j");
    other.keyboard().press("a");
    assertThat(other.locator(".ui-growl-title")).containsText("承認しました");
    page.keyboard().press("Shift+X");
    page.keyboard().press("Shift+R");
    assertThat(page.locator(".decided").first())
        .containsText("回答 " + ids.get(2) + " のコメントの掲載を見送りました。");
    assertThat(page.locator(".decided.trouble")).containsText("回答 " + ids.get(1));
    assertThat(state(ids.get(1))).isEqualTo("APPROVED");
  }

  @Test
  void areSentOnceHoweverOftenTheKeyIsPressed() {
    List<String> ids = add(2);
    openQueue();
    page.keyboard().press("j");
    page.evaluate(
        "() => { const button = document.querySelector('[data-key=a]'); button.click(); button.click(); }");
    assertThat(toast()).containsText("承認しました");
    assertThat(page.locator(".decided.trouble")).hasCount(0);
    assertThat(state(ids.get(1))).isEqualTo("REQUESTED");
  }

  @Test
  void comePageByPageAndStayThere() {
    List<String> ids = add(45);
    openQueue();
    assertThat(page.locator(".item")).hasCount(20);
    page.keyboard().press("n");
    page.waitForURL(ADDRESS + "admin/comments?after=" + ids.get(19));
    assertThat(page.locator(".item").first()).hasAttribute("data-item", ids.get(20));
    page.keyboard().press("j");
    page.keyboard().press("r");
    assertThat(item(ids.get(21))).isFocused();
    assertThat(page.locator(".item").first()).hasAttribute("data-item", ids.get(21));
    assertThat(page.locator(".item")).hasCount(20);
    page.keyboard().press("n");
    assertThat(page.locator(".item")).hasCount(4);
    assertThat(page.getByText("最初のページへ")).isVisible();
  }

  @Test
  void areReviewedWithoutJavaScriptToo() {
    List<String> ids = add(2);
    String personal = add(PERSONAL);
    page = window(options().setJavaScriptEnabled(false));
    openQueue();
    item(ids.get(0)).locator("[value=APPROVE]").click();
    assertThat(page.locator(".decided")).containsText("回答 " + ids.get(0) + " のコメントの掲載を承認しました。");
    assertThat(item(ids.get(1))).isFocused();
    item(ids.get(1)).locator("input[type=checkbox]").check();
    item(personal).locator("input[type=checkbox]").check();
    page.locator("#bulk [value=APPROVE]").click();
    assertThat(page.locator(".decided.trouble a")).hasText("回答 " + personal);
    assertThat(page.locator(".decided.trouble .kinds span"))
        .hasText(new String[] {"メールアドレス", "電話番号"});
    assertThat(state(ids.get(1))).isEqualTo("APPROVED");
    page.getByText("確かめたうえで掲載する").first().click();
    assertThat(state(personal)).isEqualTo("APPROVED");
    page.locator(".decided [value=REOPEN]").click();
    assertThat(state(personal)).isEqualTo("REQUESTED");
  }

  @Test
  void changeTheResultsPageWhileItIsOpenWhenAResponseIsExcluded() {
    add(2);
    String id = add("除外する");
    page.navigate(ADDRESS + "results");
    assertThat(page.locator("#mentions .key.LIVE")).hasText("今回の調査（3人）");
    assertThat(page.locator("#excluded")).isHidden();
    Admin admin = Admin.signedIn(ADDRESS, SURVEY.adminPassword());
    admin.post(
        "admin/decisions",
        Map.of(
            "csrf", admin.csrf(), "decision", "EXCLUDE", "reason", "TEST", "response", id + "-0"));
    assertThat(page.locator("#mentions .key.LIVE")).hasText("今回の調査（2人）");
    assertThat(page.locator("#excluded")).hasText("このほか、管理者が除外した回答が1件あります。");
    page.navigate(ADDRESS + "results?lang=en");
    assertThat(page.locator("#excluded"))
        .hasText("Not counted here: responses excluded by an admin (1).");
  }

  @Test
  void fitEveryWidthInBothThemesAndBothLanguages() {
    add("対応が遅いと感じました。\n\n何が漏れたのかも書かれていませんでした。");
    add(PERSONAL);
    add("長".repeat(500) + " https://example.com/" + "a".repeat(100));
    add(20);
    for (int width : new int[] {390, 1280, 1920}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        String kind = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        page = window(options().setViewportSize(width, 900).setColorScheme(scheme));
        openLivelyQueue();
        page.keyboard().press("j");
        page.keyboard().press("j");
        shoot("comments" + kind);
        page.keyboard().press("a");
        assertThat(page.locator("#ask-yes")).isFocused();
        shoot("comments-ask" + kind);
        page.keyboard().press("Escape");
        assertThat(page.locator(".item").nth(1)).isFocused();
        page.keyboard().press("r");
        assertThat(toast()).isVisible();
        page.keyboard().press("Shift+X");
        shoot("comments-decided" + kind);
        page.keyboard().press("u");
        assertThat(toast()).containsText("戻しました");
        page.waitForFunction("PrimeFaces.widgets.shortcuts");
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isVisible();
        shoot("comments-keys" + kind);
        page.navigate(ADDRESS + "admin/comments?lang=en");
        shoot("comments-en" + kind);
        page.navigate(ADDRESS + "admin/comments?publication=APPROVED");
        shoot("comments-none" + kind);
      }
    }
  }

  private void shoot(String name) {
    assertThat(Chromium.overflow(page)).as(name + " scrolls sideways").isEqualTo(0);
    Accessibility.check(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)));
  }
}
