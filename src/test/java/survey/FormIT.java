package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The form as a client without scripts and cookies meets it. */
class FormIT {
  private static final String ADDRESS = RunningSurvey.shared().address();
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String RECEIPT = "/thanks\\?receipt=[0-9A-HJKMNP-TV-Z]{16}";

  @Test
  void storesAResponseThatCountsAtOnce() {
    int before = Respondent.count(ADDRESS);
    int complaints = Respondent.tally(ADDRESS, "LIVE").getJsonObject("mentions").getInt("COMPLAIN");

    HttpResponse<String> answer = Respondent.complaining(ADDRESS).send();

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Respondent.location(answer)).matches(RECEIPT);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
    assertThat(Respondent.tally(ADDRESS, "LIVE").getJsonObject("mentions").getInt("COMPLAIN"))
        .isEqualTo(complaints + 1);
  }

  @Test
  void givesTheReceiptAndMarksOnesAnswers() {
    String thanks = Respondent.location(Respondent.complaining(ADDRESS).send());

    HttpResponse<String> answer = Respondent.get(ADDRESS + thanks.substring(1));
    Document page = Respondent.html(answer);

    assertThat(page.expectFirst("h1").text()).isEqualTo("回答を受け付けました");
    assertThat(page.expectFirst("#receipt").text().replace("-", ""))
        .isEqualTo(thanks.substring(thanks.indexOf('=') + 1));
    assertThat(page.select("tbody:has(.mine)").eachAttr("class"))
        .containsExactly("STOP_BUSINESS", "COMPLAIN");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void showsTheStoredResponseForItsReceiptHoweverItIsEntered() {
    String comment = "=1+1, \"引用\" <b>太字</b> &amp;\r\n\t𠮷野家で😀\r\n\r\n以上";
    String thanks =
        Respondent.location(Respondent.complaining(ADDRESS).with("comment", comment).send());
    String code = thanks.substring(thanks.indexOf('=') + 1);
    String entered = String.join("ー", code.toLowerCase(Locale.ROOT).split("(?<=\\G.{4})", -1));

    HttpResponse<String> answer =
        Respondent.post(
            ADDRESS + "receipt", URL_ENCODED, "receipt=" + URLEncoder.encode(entered, UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Respondent.html(answer).expectFirst(".comment").wholeText())
        .isEqualTo(comment.replace("\r\n", "\n"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void tellsAnUnknownReceiptPlainly() {
    HttpResponse<String> answer =
        Respondent.post(ADDRESS + "receipt", URL_ENCODED, "receipt=0000-0000-0000-0000");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Respondent.html(answer).expectFirst("#receipt-input-error").text())
        .contains("見つかりませんでした");
    assertThat(Respondent.html(answer).expectFirst("#receipt-input").attr("value"))
        .isEqualTo("0000-0000-0000-0000");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("choice", "対応を1つ以上選んでください", form -> form.with("choice").with("primary")),
        refusal("choice", "どちらかを外してください", form -> form.with("choice", "NOT_BOTHERED", "COMPLAIN")),
        refusal("choice", "選び直してください", form -> form.with("choice", "COMPLAIN", "SUE")),
        refusal("primary", "最も近いものを1つ選んでください", form -> form.with("primary")),
        refusal("primary", "上で選んだもののなかから", form -> form.with("primary", "FORGIVE_IF_APOLOGISED")),
        refusal("primary", "選び直してください", form -> form.with("primary", "SUE")),
        refusal("age", "年代を選んでください", form -> form.with("age")),
        refusal("age", "選び直してください", form -> form.with("age", "AGE_90S")),
        refusal("gender", "性別を選んでください", form -> form.with("gender")),
        refusal("gender", "選び直してください", form -> form.with("gender", "FEMALE", "MALE")),
        refusal("occupation", "職業を選んでください", form -> form.with("occupation")),
        refusal("occupation", "選び直してください", form -> form.with("occupation", "' or 1=1")),
        refusal(
            "comment",
            "1,000文字以内で入力してください（現在1,001文字）",
            form -> form.with("comment", "😀".repeat(1_001))));
  }

  private static Arguments refusal(
      String field, String message, UnaryOperator<Respondent> mistake) {
    return Arguments.of(field, message, mistake);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void refusesAtTheFieldKeepsWhatWasTypedAndStoresNothing(
      String field, String message, UnaryOperator<Respondent> mistake) {
    int before = Respondent.count(ADDRESS);
    Respondent respondent = mistake.apply(Respondent.complaining(ADDRESS));

    HttpResponse<String> answer = respondent.send();
    Document page = Respondent.html(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.title()).startsWith("エラー：");
    assertThat(page.expectFirst("#" + field + "-error").text()).contains(message);
    assertThat(page.select("#error-summary a").eachText())
        .singleElement()
        .asString()
        .contains(message);
    String target = page.expectFirst("#error-summary a").attr("href");
    assertThat(page.select(target)).as("the summary's link leads to an input").hasSize(1);
    assertThat(page.expectFirst("[name=key]").attr("value")).isEqualTo(respondent.key());
    assertKept(page, field);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }

  private static void assertKept(Document page, String mistaken) {
    List<String> kept = page.select("input[checked]").eachAttr("value");
    if (!mistaken.equals("choice") && !mistaken.equals("primary")) {
      assertThat(kept).contains("STOP_BUSINESS", "COMPLAIN");
    }
    assertThat(kept.contains("AGE_30S")).isEqualTo(!mistaken.equals("age"));
    assertThat(kept.contains("FEMALE")).isEqualTo(!mistaken.equals("gender"));
    assertThat(kept.contains("PART_TIME")).isEqualTo(!mistaken.equals("occupation"));
    // The first line break is the markup's: browsers drop it, jsoup does not.
    assertThat(page.expectFirst("#comment").wholeText())
        .isEqualTo("\n" + (mistaken.equals("comment") ? "😀".repeat(1_001) : "説明がほしい"));
  }

  @Test
  void keepsAllThatWasTypedThroughAMistakeAndThenStoresIt() {
    String typed = "\n\n 一 \t<&\"'>\u3000";
    Respondent respondent = Respondent.complaining(ADDRESS).with("comment", typed).with("age");

    Document refused = Respondent.html(respondent.send());

    assertThat(refused.expectFirst("#comment").wholeText()).isEqualTo("\n" + typed);
    assertThat(storedComment(respondent.with("age", "AGE_80_PLUS").encoded())).isEqualTo(typed);
  }

  @Test
  void redisplaysMarkupAsText() {
    Element comment =
        Respondent.html(
                Respondent.complaining(ADDRESS)
                    .with("comment", "</textarea><script>alert(1)</script>#{1+1}")
                    .with("age")
                    .send())
            .expectFirst("#comment");
    assertThat(comment.wholeText()).isEqualTo("\n</textarea><script>alert(1)</script>#{1+1}");
  }

  static Stream<Arguments> strangePosts() {
    return Stream.of(
        strange("no key", form -> form.with("key")),
        strange("no form's key", form -> form.with("key", "1")),
        strange("two keys", form -> form.with("key", form.key(), form.key())),
        strange("no button", form -> form.with("send")),
        strange("a foreign field", form -> form.with("email", "a@example.org")),
        strange("a made-up view state", form -> form.with("jakarta.faces.ViewState", "-1:-1")),
        strange(
            "a stateless view state", form -> form.with("jakarta.faces.ViewState", "stateless")),
        strange(
            "an asynchronous post",
            form ->
                form.with("jakarta.faces.partial.ajax", "true").with("jakarta.faces.source", "x")));
  }

  private static Arguments strange(String name, UnaryOperator<Respondent> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangePosts")
  void answersAStrangePostByTheFormWithAMessageAndWhatWasTyped(
      String name, UnaryOperator<Respondent> change) {
    int before = Respondent.count(ADDRESS);

    HttpResponse<String> answer = change.apply(Respondent.complaining(ADDRESS)).send();
    Document page = Respondent.html(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.expectFirst("#error-summary").text()).contains("まだ保存していません");
    assertKept(page, "");
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }

  @Test
  void answersWhatIsNoFormByTheFormWithAMessage() {
    int before = Respondent.count(ADDRESS);
    String fields = Respondent.complaining(ADDRESS).encoded();
    Stream.of(
            Respondent.post(ADDRESS, URL_ENCODED, ""),
            Respondent.post(ADDRESS, URL_ENCODED, "&&==&%&%zz=%u1&a"),
            Respondent.post(ADDRESS, URL_ENCODED, "comment=" + "a".repeat(3_000_000)),
            Respondent.post(ADDRESS, URL_ENCODED, "a=1&".repeat(20_000)),
            Respondent.post(ADDRESS, "multipart/form-data", fields),
            Respondent.post(ADDRESS, "multipart/form-data; boundary=x", "--x\r\n\r\n"),
            Respondent.post(ADDRESS, "application/json", "{}"),
            Respondent.post(ADDRESS, "text/plain", fields))
        .forEach(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(422);
              assertThat(Respondent.html(answer).select("#error-summary")).hasSize(1);
            });
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }

  @Test
  void losesNoCommentWhoseEncodingIsBroken() {
    String brokenPercent =
        Respondent.complaining(ADDRESS).with("comment", "ZZZ").encoded().replace("ZZZ", "50%+%zz");
    String brokenUtf8 =
        Respondent.complaining(ADDRESS)
            .with("comment", "ZZZ")
            .encoded()
            .replace("ZZZ", "a%FF%E3%81b");

    assertThat(storedComment(brokenPercent)).isEqualTo("50%+%zz");
    assertThat(storedComment(brokenUtf8)).isEqualTo("a\uFFFD\uFFFDb");
  }

  private static String storedComment(String fields) {
    String thanks = Respondent.location(Respondent.post(ADDRESS, URL_ENCODED, fields));
    assertThat(thanks).matches(RECEIPT);
    String receipt = thanks.substring(thanks.indexOf("receipt="));
    return Respondent.html(Respondent.post(ADDRESS + "receipt", URL_ENCODED, receipt))
        .expectFirst(".comment")
        .wholeText();
  }

  @Test
  void readsUtf8WhateverCharsetIsOrIsNotNamed() {
    for (String type :
        List.of(
            URL_ENCODED.toUpperCase(Locale.ROOT),
            URL_ENCODED + ";charset=UTF-8",
            URL_ENCODED + ";charset=x")) {
      String thanks =
          Respondent.location(
              Respondent.post(
                  ADDRESS,
                  type,
                  Respondent.complaining(ADDRESS).with("comment", "髙𠮷😀").encoded()));
      String page =
          Respondent.post(ADDRESS + "receipt", type, thanks.substring(thanks.indexOf("receipt=")))
              .body();
      assertThat(page).contains("髙𠮷😀");
    }
  }

  @Test
  void storesOneResponseHoweverOftenAFormIsSent() {
    int before = Respondent.count(ADDRESS);
    Respondent respondent = Respondent.complaining(ADDRESS);
    String first = Respondent.location(respondent.send());

    assertThat(Respondent.location(respondent.send())).isEqualTo(first);
    assertThat(
            Respondent.location(respondent.with("choice", "NOT_BOTHERED").with("primary").send()))
        .isEqualTo(first);
    assertThat(Respondent.location(respondent.with("choice").with("age", "X").send()))
        .isEqualTo(first);
    assertThat(Respondent.location(respondent.with("send").send())).isEqualTo(first);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);

    Document thanks = Respondent.html(Respondent.get(ADDRESS + first.substring(1)));
    assertThat(thanks.expectFirst("h1").text()).isEqualTo("この回答はすでに受け付けています");
    assertThat(thanks.select("main a[href=/receipt]")).isNotEmpty();
    assertThat(thanks.select("tbody:has(.mine)").eachAttr("class"))
        .as("the first answers stay")
        .containsExactly("STOP_BUSINESS", "COMPLAIN");
  }

  @Test
  void storesOneResponseWhenAFormIsSentManyTimesAtOnce() {
    int before = Respondent.count(ADDRESS);
    Respondent respondent = Respondent.complaining(ADDRESS);

    List<CompletableFuture<HttpResponse<String>>> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(respondent::send)).limit(16).toList();

    assertThat(answers.stream().map(CompletableFuture::join).map(Respondent::location).distinct())
        .singleElement()
        .asString()
        .matches(RECEIPT);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 1);
  }

  @Test
  void countsEveryoneWhoAnswersAtTheSameTime() {
    int before = Respondent.count(ADDRESS);
    List<Respondent> respondents =
        Stream.generate(() -> Respondent.complaining(ADDRESS)).limit(60).toList();

    List<CompletableFuture<HttpResponse<String>>> answers =
        respondents.stream().map(each -> CompletableFuture.supplyAsync(each::send)).toList();

    assertThat(answers.stream().map(CompletableFuture::join).map(Respondent::location).distinct())
        .hasSize(60);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before + 60);
  }

  @Test
  void keepsNoStateAtTheRespondents() {
    Respondent respondent = Respondent.complaining(ADDRESS);
    Stream.of(
            Respondent.get(ADDRESS),
            respondent.with("choice").send(),
            Respondent.get(ADDRESS + "results"),
            Respondent.get(ADDRESS + "about"),
            Respondent.get(ADDRESS + "receipt"),
            Respondent.get(ADDRESS + "nowhere"))
        .forEach(
            answer -> {
              assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
              assertThat(answer.body()).doesNotContain("jsessionid").doesNotContain("ViewState");
            });
    // After sending, that something was sent, and nothing else (PrivacyOfSendingIT).
    assertThat(Respondent.complaining(ADDRESS).send().headers().allValues("Set-Cookie"))
        .containsExactly("answered=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
  }

  @Test
  void speaksEnglishWhereTheAddressSaysSo() {
    HttpResponse<String> answer = Respondent.complaining(ADDRESS + "?lang=en").send();
    assertThat(Respondent.location(answer)).startsWith("/thanks?lang=en&receipt=");
    assertThat(
            Respondent.html(Respondent.get(ADDRESS + Respondent.location(answer).substring(1)))
                .expectFirst("h1")
                .text())
        .isEqualTo("We have received your answers");
  }

  @Test
  void letsBackFindTheFormWithItsKey() {
    assertThat(Respondent.get(ADDRESS).headers().firstValue("Cache-Control"))
        .contains("private, no-cache");
  }

  @Test
  void givesAFormPostedFromAnotherSiteAKeyThatThatSiteDoesNotKnow() {
    int before = Respondent.count(ADDRESS);
    Respondent respondent = Respondent.complaining(ADDRESS);

    HttpResponse<String> answer = respondent.sendFrom("cross-site");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Respondent.html(answer).expectFirst("[name=key]").attr("value"))
        .isNotEqualTo(respondent.key());
    assertKept(Respondent.html(answer), "");
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
    assertThat(respondent.sendFrom("same-origin").statusCode()).isEqualTo(303);
  }

  @Test
  void takesNoAnswersFromTheAddress() {
    int before = Respondent.count(ADDRESS);
    HttpResponse<String> answer =
        Respondent.post(ADDRESS + "?" + Respondent.complaining(ADDRESS).encoded(), URL_ENCODED, "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }

  @Test
  void answersAThousandTimesTooManyFieldsWithoutDelay() {
    long start = System.nanoTime();
    HttpResponse<String> answer = Respondent.post(ADDRESS, URL_ENCODED, "a&".repeat(262_144));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  /** What is missing may be the end of a comment, so half a form is none. */
  @Test
  void storesNothingOfAFormThatBreaksOff() throws IOException {
    int before = Respondent.count(ADDRESS);
    String form = Respondent.complaining(ADDRESS).encoded();
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), RunningSurvey.shared().port())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s"
                  .formatted(URL_ENCODED, form.length() + 100, form)
                  .getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("送信が途中で切れました");
    }
    assertThat(Respondent.count(ADDRESS)).isEqualTo(before);
  }
}
