package survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The survey as people use it, in Debian's Chromium. */
class BrowserIT {
  private static final String ADDRESS = RunningSurvey.shared().address();

  /** The page of thanks, whose script takes the receipt and its question mark off the address. */
  static final Pattern THANKS = Pattern.compile(".*/thanks(\\?.*)?");

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

  private void tick(String... ids) {
    for (String id : ids) {
      page.locator("label:has(#" + id + ")").click();
    }
  }

  private void answer() {
    page.navigate(ADDRESS);
    tick(
        "choice-STOP_BUSINESS",
        "choice-COMPLAIN",
        "primary-COMPLAIN",
        "age-AGE_30S",
        "gender-MALE",
        "occupation-FREELANCE");
  }

  private Locator send() {
    return page.locator("[name=send]");
  }

  @Test
  void answersInAMinute() {
    int before = Respondent.count(ADDRESS);
    answer();
    page.locator("#comment").fill("一行目\n二行目😀");
    send().click();

    page.waitForURL(THANKS);
    assertThat(page.locator("h1")).hasText("回答を受け付けました");
    assertThat(page.locator("#receipt")).hasText(Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"));
    assertThat(page.locator(".mine")).hasCount(2);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }

  @Test
  void takesTheReceiptOutOfTheAddressAndTheHistory() {
    answer();
    send().click();
    page.waitForURL(ADDRESS + "thanks");
    assertThat(page.locator("#receipt")).isVisible();
    assertThat(page.locator("#left-in-history")).isHidden();

    page.reload();
    assertThat(page.locator("h1")).hasText("受付コードは、回答を送信した直後の画面にだけ表示されます");
  }

  @Test
  void sendsTheSameFormAgainAfterBackAndGetsTheSameReceipt() {
    int before = Respondent.count(ADDRESS);
    answer();
    String key = page.locator("[name=key]").inputValue();
    send().click();
    page.waitForURL(THANKS);
    String receipt = page.locator("#receipt").textContent();

    page.goBack();
    assertThat(page.locator("[name=key]")).hasValue(key);
    assertThat(page.locator("#choice-COMPLAIN")).isChecked();
    send().click();

    page.waitForURL(THANKS);
    assertThat(page.locator("h1")).hasText("この回答はすでに受け付けています");
    assertThat(page.locator("#receipt")).hasText(receipt);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }

  @Test
  void storesOneResponseForADoubleClick() {
    int before = Respondent.count(ADDRESS);
    answer();
    send().dblclick();

    page.waitForURL(THANKS);
    assertThat(page.locator("#receipt")).isVisible();
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }

  @Test
  void asksForThePrimaryChoiceOnlyWhereSeveralAreChosen() {
    page.navigate(ADDRESS);
    Locator primary = page.locator("#primary");
    assertThat(primary).isHidden();
    tick("choice-COMPLAIN");
    assertThat(primary).isHidden();
    tick("choice-STOP_BUSINESS");
    assertThat(primary).isVisible();
    assertThat(page.locator("#primary-FORGIVE_IF_APOLOGISED")).isHidden();
  }

  @Test
  void clearsTheOthersWhenNotBotheredIsTickedAndSaysSo() {
    page.navigate(ADDRESS);
    tick("choice-COMPLAIN", "choice-STOP_BUSINESS", "primary-COMPLAIN", "choice-NOT_BOTHERED");
    assertThat(page.locator("#choice-COMPLAIN")).not().isChecked();
    assertThat(page.locator("#primary-COMPLAIN")).not().isChecked();
    assertThat(page.locator("#choice-status")).hasText("ほかの選択肢のチェックを外しました。");
    tick("choice-COMPLAIN");
    assertThat(page.locator("#choice-NOT_BOTHERED")).not().isChecked();
  }

  @Test
  void countsWhatIsLeftOfTheCommentAsTheServerDoes() {
    page.navigate(ADDRESS);
    page.locator("#comment").fill("😀\n𠮷");
    assertThat(page.locator("#comment-count")).hasText("あと997文字入力できます");
    page.locator("#comment").fill("あ".repeat(1_012));
    assertThat(page.locator("#comment-count")).hasText("12文字超えています");
  }

  @Test
  void pointsOutWhatLooksPersonalWithoutBlocking() {
    answer();
    page.locator("#comment").fill("連絡は０９０-1234-5678まで");
    assertThat(page.locator("#comment-personal")).containsText("電話番号やメールアドレスのように見える部分があります");
    send().click();
    page.waitForURL(THANKS);
  }

  @Test
  void showsWhatIsWrongAndKeepsWhatWasTyped() {
    page.navigate(ADDRESS);
    tick("choice-STOP_BUSINESS", "choice-COMPLAIN", "age-AGE_40S");
    page.locator("#comment").fill("\n先頭の改行");
    send().click();

    assertThat(page.locator("#error-summary")).isFocused();
    assertThat(page.locator("#error-summary h2")).hasText("入力内容をご確認ください（3件）");
    assertThat(page).hasTitle(Pattern.compile("^エラー：.*"));
    assertThat(page.locator("#age-AGE_40S")).isChecked();
    assertThat(page.locator("#comment")).hasValue("\n先頭の改行");
    page.locator("#error-summary a").nth(0).click();
    assertThat(page.locator("#primary-STOP_BUSINESS")).isFocused();

    tick("primary-COMPLAIN", "gender-NO_ANSWER");
    assertThat(page.locator("#gender-error")).hasCount(0);
    assertThat(page.locator("#occupation-error")).isVisible();
    tick("occupation-OTHER");
    send().click();
    page.waitForURL(THANKS);
  }

  @Test
  void worksWithTheKeyboardAlone() {
    page.navigate(ADDRESS);
    focusByTab("choice-COMPLAIN");
    page.keyboard().press("Space");
    focusByTab("age-AGE_10S");
    page.keyboard().press("ArrowDown");
    focusByTab("gender-FEMALE");
    page.keyboard().press("Space");
    focusByTab("occupation-COMPANY_EMPLOYEE");
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    assertThat(send()).isFocused();
    page.keyboard().press("Enter");
    page.waitForURL(THANKS);
  }

  private void focusByTab(String id) {
    for (int i = 0; i < 40 && !id.equals(page.evaluate("document.activeElement.id")); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
  }

  @Test
  void worksWithoutJavaScript() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
    int before = Respondent.count(ADDRESS);
    page.navigate(ADDRESS);
    send().click();
    assertThat(page.locator("#choice-error")).hasText("対応を1つ以上選んでください");
    tick(
        "choice-STOP_BUSINESS",
        "choice-COMPLAIN",
        "age-NO_ANSWER",
        "gender-NO_ANSWER",
        "occupation-NO_ANSWER");
    send().click();
    assertThat(page.locator("#primary-error")).hasText("最も近いものを1つ選んでください");
    tick("primary-STOP_BUSINESS");
    send().click();

    assertThat(page.locator("h1")).hasText("回答を受け付けました");
    assertThat(page.getByText("共用の端末では、閲覧履歴にこのページのアドレスが残ります。")).isVisible();
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }

  @Test
  void isSmallAndLoadsNothingFromElsewhere() {
    List<Request> requests = new ArrayList<>();
    page.onRequest(requests::add);
    page.navigate(ADDRESS);
    page.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(requests)
        .extracting(Request::url)
        .allSatisfy(url -> assertThat(url).startsWith(ADDRESS));
    assertThat(requests).hasSizeLessThanOrEqualTo(4);
    int bytes = requests.stream().mapToInt(request -> request.response().body().length).sum();
    assertThat(bytes).isLessThanOrEqualTo(30 * 1024);
    assertThat(page.context().cookies()).isEmpty();
  }

  @Test
  void showsBothMeasuresAndTheContradictions() {
    page.navigate(ADDRESS + "results");
    assertThat(page.locator("#mentions")).isVisible();
    assertThat(page.locator("#primary-results")).isVisible();
    assertThat(page.getByText("原資料のまま示します。")).isVisible();
    assertThat(page.locator("table.results tr.ORIGINAL .bar").first()).isVisible();
  }

  @Test
  void fitsEveryWidthInBothThemes() {
    Respondent.complaining(ADDRESS).send();
    for (int width : new int[] {320, 768, 1280}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        open(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        String kind = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        shoot("form" + kind, ADDRESS);
        answer();
        page.locator("#comment").fill("あ".repeat(1_012));
        tick("choice-NOT_BOTHERED");
        page.evaluate(
            "document.querySelectorAll('[name=choice]').forEach(box => box.checked = true)");
        send().click();
        assertThat(page.locator("#error-summary")).isVisible();
        shoot("refused" + kind);
        answer();
        send().click();
        page.waitForURL(THANKS);
        shoot("thanks" + kind);
        shoot("results" + kind, ADDRESS + "results");
        shoot("about" + kind, ADDRESS + "about");
        shoot("receipt" + kind, ADDRESS + "receipt");
        shoot("missing" + kind, ADDRESS + "nowhere");
        shoot("form-en" + kind, ADDRESS + "?lang=en");
        shoot("results-en" + kind, ADDRESS + "results?lang=en");
      }
    }
  }

  private void shoot(String name, String address) {
    page.navigate(address);
    shoot(name);
  }

  private void shoot(String name) {
    assertThat(Chromium.overflow(page)).as(name + " scrolls sideways").isEqualTo(0);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Chromium.screenshot(name)).setFullPage(true));
  }
}
