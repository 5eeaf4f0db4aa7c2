package survey.admin.moderation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each detector finds and leaves alone. The braces stand around what is found. */
class FindingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{taro@example.com}",
        "連絡は{taro.yamada+survey@mail.example.co.jp}まで",
        "{ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ}です。",
        "{taro＠example.co.jp}",
        "{taro[at]example.com}",
        "{taro (at) example.com}",
        "{taro【アット】example[dot]com}",
        "{TARO@EXAMPLE.COM}",
        "{..taro.@docomo.ne.jp}",
        "{09012345678@docomo.ne.jp}",
        "a@b@{taro@example.com}@c",
        "<{taro@example.com}>, ({hanako@example.org})",
        "{taro＠example。com}",
        "{ｔａｒｏ＠ｅｘａｍｐｌｅ。ｃｏ｡ｊｐ}です。",
        "{taro at example dot com}",
        "Mail {taro at mail dot example dot co dot jp}.",
        "{taro@例え.jp}",
        "連絡は{taro＠サンプル．例え.com}まで",
        "{taro@example[.]com}",
        "{taro\u200B@exam\u00ADple.c\u2060om}\u200B",
        "{taro@\uFEFFexample\u200D.com}"
      })
  void findEmailAddresses(String marked) {
    assertFinds(Detector.EMAIL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "＠",
        "@everyone",
        "5@100円",
        "5@100.50",
        "taro@localhost",
        "@example.com",
        "a@b",
        "東京@自宅",
        "taro@自宅。OK",
        "taro@自宅.です",
        "taro@例え.ok",
        "@例え.jp",
        "look at me",
        "look at the dot in it",
        "A\u200B@B"
      })
  void leaveAloneWhatIsNoEmailAddress(String comment) {
    assertFindsNothing(comment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{090-1234-5678}",
        "電話{03-1234-5678}へ",
        "{0120-123-456}",
        "{0800-123-4567}",
        "{0466-12-3456}",
        "{050 1234 5678}",
        "{(03)1234-5678}",
        "{03(1234)5678}",
        "({090-1234-5678})",
        "{09012345678}",
        "{0312345678}",
        "{090.1234.5678}",
        "{０９０・１２３４・５６７８}",
        "{+81 90 1234 5678}",
        "{+81-3-1234-5678}",
        "{+81 (0)3-1234-5678}",
        "{+819012345678}",
        "{０９０－１２３４－５６７８}",
        "{０９０ー１２３４ー５６７８}",
        "{090−1234−5678}",
        "{090‐1234‐5678}",
        "{０９０　１２３４　５６７８}",
        "{（０３）１２３４－５６７８}",
        "メーカー{03-1234-5678}",
        "05 12 {090-1234-5678}",
        "{090-1234-5678} {03-1234-5678}",
        "{090～1234～5678}",
        "{090〜1234〜5678}",
        "{090  1234  5678}",
        "{０９０　　１２３４　　５６７８}",
        "{090\n1234\n5678}です",
        "{090-1234-\r\n5678}",
        "{090 - 1234 - 5678}",
        "{０９０　ー　１２３４　ー　５６７８}",
        "{090/1234/5678}",
        "{090-12-345678}",
        "{090-123-45678}",
        "{81-90-1234-5678}",
        "{81-3-1234-5678}",
        "{0081 90 1234 5678}",
        "{0081-90-1234-5678}",
        "No.1,{090-1234-5678}",
        "5/{090-1234-5678}",
        "1.{090-1234-5678}",
        "1,{09012345678},東京",
        "1。{090-1234-5678}",
        "{０９０･１２３４･５６７８}",
        "{090⁻1234˗5678}",
        "{090➖1234➖5678}",
        "{090\u200B1234\u20605678}",
        "{0\u00AD9012345678}",
        "{0\uFE0F\u20E39️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8}️⃣",
        "060-0001\n{0112-34-5678}"
      })
  void findTelephoneNumbers(String marked) {
    assertFinds(Detector.TELEPHONE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100,000円",
        "0円、1,000,000円",
        "2026-11-24",
        "01-01-2026",
        "2026年11月24日 09:30",
        "2026/09/01 1234 5678",
        "100-0001",
        "060-0001",
        "1995 2005 2015",
        "12345人のうち6789人",
        "1234567890",
        "19012345678",
        "0.9012345678",
        "0123-4567-8901",
        "090-1234-567",
        "0901234567890",
        "0000000000",
        "090～100",
        "09:00～18:00",
        "0900～1800\n1234",
        "090    1234    5678",
        "090\n\n1234\n\n5678",
        "01/09/2026",
        "2026/09/01-1234-5678",
        "2026.09.01-1234-5678",
        "090-12-34567",
        "090-12-3456789",
        "81-90-1234",
        "81 90 1234 5678",
        "181-90-1234-5678",
        "0081901234567",
        "1,090,123,456",
        "1,090-123",
        "1,0901234567",
        "1.09012345678",
        "1/090 1234 5678",
        "090\u200B-1234-567"
      })
  void leaveAloneWhatIsNoTelephoneNumber(String comment) {
    assertFindsNothing(comment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{〒100-0001}",
        "{〒１００－０００１}です",
        "{〒1000001}",
        "{郵便番号100-0001}",
        "{〒100-0001 東京都千代田区千代田1-1}に住む",
        "{〒100-0001\n東京都千代田区}",
        "住所は{100-0001 東京都千代田区}です",
        "{１００－０００１　東京都千代田区千代田１－１}",
        "{100ー0001 大阪市北区梅田3-1-1}",
        "{東京都千代田区 100-0001}",
        "1-1 Chiyoda, Chiyoda-ku, {Tokyo 100-0001}, Japan",
        "{東京都千代田区千代田1-1}",
        "私は{大阪府大阪市北区梅田三丁目1番1号}にいます",
        "{神奈川県 横浜市中区日本大通1番地}",
        "{北海道札幌市中央区北1条西2丁目}",
        "{埼玉県さいたま市浦和区高砂３ー１５ー１}",
        "{岩手県盛岡市内丸10-1}",
        "{東京都千代田区丸の内1-9-1}のビル",
        "{東京都港区 芝公園4-2-8}",
        "{東京都\n港区芝公園4-2-8}",
        "住所は{新宿区西新宿2-8-1}",
        "{東京都𠮷野市𠮷田1-2}",
        "{東京都港区芝公園4の2の8}",
        "{東京都港区芝公園4の2}",
        "{東京都港区芝公園4〜2〜8}",
        "{東京都港区芝公園４～２～８}です",
        "{東京都港区芝公園4 - 2 - 8}",
        "{東京都港区芝公園４　ー　２　ー　８}",
        "{港区芝公園4の2の8}",
        "{港区芝公園4〜2〜8}",
        "{東京都港区芝公園4-2-8-101の5}",
        "{京都市中京区寺町通御池上る上本能寺前町488}",
        "{京都府京都市中京区寺町通御池上ル上本能寺前町４８８}です",
        "{京都市下京区四条通烏丸西入函谷鉾町80-1}",
        "{〒604-8571 京都市中京区寺町通御池上る上本能寺前町488}",
        "{〒 105 0011}",
        "{〒　１０５　００１１}です",
        "{〒105 - 0011}",
        "{東京都\u200B港区芝公園4\u2060-2-8}",
        "{東京都葛\uDB40\uDD00飾区立石5-13-1}"
      })
  void findPostalAddresses(String marked) {
    assertFinds(Detector.POSTAL_ADDRESS, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "東京都の企業",
        "大阪市に住んでいます",
        "東京都千代田区",
        "神奈川県横浜市の30代です",
        "100-0001",
        "部品123-4567を買った",
        "東京都港区で2-3回",
        "東京都港区で 2-3",
        "東京都港区2026-11-24",
        "東京都港区の2-3社",
        "東京都港区1社",
        "大阪府大阪市では1-2割",
        "地区大会は2026-11-24",
        "町内会で1-2-3",
        "1丁目",
        "〒マーク",
        "〒100-00012",
        "〒 105 00112",
        "〒 105 001",
        "東京都港区2〜3ヶ月",
        "東京都港区2 - 3",
        "東京都港区で4の2の8",
        "東京都港区芝公園4の2の8回",
        "東京都港区2026 - 11 - 24",
        "東京都港区2026〜11〜24",
        "港区4の2",
        "京都市中京区寺町通御池上る",
        "京都市中京区の坂を上る人は3人",
        "京都市中京区寺町488",
        "坂を上る町3"
      })
  void leaveAloneWhatIsNoPostalAddress(String comment) {
    assertFindsNothing(comment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{4111111111111111}",
        "{4111 1111 1111 1111}",
        "{4111-1111-1111-1111}です",
        "{４１１１　１１１１　１１１１　１１１１}",
        "{４１１１ー１１１１ー１１１１ー１１１１}",
        "{5555555555554444}",
        "{2223003122003222}",
        "{378282246310005}",
        "{3782 822463 10005}",
        "{30569309025904}",
        "{4222222222222}",
        "{6304000000000000}",
        "{4000000000000000006}",
        "{4111 1111 1111 1111} 12/28",
        "{4111 1111 1111 1111} 123 090円",
        "12 {4111 1111 1111 1111}",
        "{4111.1111.1111.1111}",
        "{4111・1111・1111・1111}です",
        "{４１１１．１１１１．１１１１．１１１１}",
        "{4111〜1111～1111〜1111}",
        "{4111 - 1111 - 1111 - 1111}",
        "{4111  1111  1111  1111}",
        "{4111 1111  1111   1111}",
        "{4111 1111\n1111 1111}",
        "{4111 1111 \r\n 1111 1111}",
        "{4111-1111-\n1111-1111}",
        "{41111111\n11111111}",
        "{4111\u200B1111\u20601111\u00AD1111}",
        "{4111 \uFE0F1111 1111 1111}"
      })
  void findCardNumbers(String marked) {
    assertFinds(Detector.CARD_NUMBER, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112",
        "4111 1111 1111 1112",
        "1111111111111117",
        "7111111111111116",
        "8000000000000002",
        "424242424242",
        "42424242424242424242",
        "2024-01-15 2024-02-15",
        "4111-1111 1111-1111",
        "4111,1111,1111,1111",
        "0.4111111111111111",
        "4111\n1111\n1111\n1111",
        "4111.1111.1111.1112",
        "4111 - 1111 - 1111 - 1112",
        "4111 1111\n1111 1112",
        "4111 1111\n\n1111 1111",
        "4111.1111-1111.1111",
        "4111-1111\n1111-1111",
        "4111.-1111.-1111.-1111",
        "2024-01-15 - 2024-02-17",
        "2024-01-15〜2024-02-17",
        "2024-01-15\n2024-02-17"
      })
  void leaveAloneWhatIsNoCardNumber(String comment) {
    assertFindsNothing(comment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{123456789018}",
        "{1234 5678 9018}",
        "マイナンバーは{1234-5678-9018}です",
        "{１２３４　５６７８　９０１８}",
        "{１２３４ー５６７８ー９０１８}",
        "{123456789018}人",
        "{1234-5678-9018} 12",
        "{000000000000}",
        "{1234.5678.9018}",
        "{1234・5678・9018}",
        "{1234〜5678〜9018}です",
        "{1234 - 5678 - 9018}",
        "{1234  5678  9018}",
        "{1234\u200B5678\u20609018}"
      })
  void findMyNumbers(String marked) {
    assertFinds(Detector.MY_NUMBER, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789019",
        "123456789010",
        "1123456789018",
        "0.123456789018",
        "1234567890181",
        "1234 5678 9018 1",
        "1111 1234 5678 9018",
        "1234-5678-9018-1",
        "1234-5678 9018",
        "123-456-789-018",
        "1234.5678.9019",
        "1234.5678-9018",
        "1234.5678.9018.1",
        "1111.1234.5678.9018",
        "1111・1234・5678・9018",
        "1111 - 1234 - 5678 - 9018",
        "1234\n5678\n9018",
        "12345678901"
      })
  void leaveAloneWhatIsNoMyNumber(String comment) {
    assertFindsNothing(comment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{https://example.com/a?b=c&d=1#e}を見て",
        "{http://192.0.2.1:8080/}",
        "{ttps://example.com}",
        "（{https://example.com/}）。",
        "See {https://example.com/a}.",
        "{ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／}",
        "{www.example.com}",
        "{www.example.museum}に",
        "詳細は{example.co.jp/path}へ",
        "{example.com}, {example.org}.",
        "{EXAMPLE.COM}",
        "{example.com:8080/a}",
        "{youtu.be/abc}と{t.co/abc}",
        "{http://例え.jp}",
        "{https://www.例え.jp/a?b=c}を見て",
        "{http://はじめよう.みんな}",
        "{www.例え.jp}へ",
        "{http://example.jp}を見て。",
        "{example.shop}",
        "{example.site}、{example.top/a}、{example.ru}",
        "{example。com}です。",
        "{hxxps://example.com/a}",
        "{evil[.]com}",
        "{hxxps://evil[.]com/a}",
        "{evil(dot)example[.]com/a}",
        "{exam\u00ADple.c\u200Bom}",
        "{https\u2060://example.com}"
      })
  void findUrls(String marked) {
    assertFinds(Detector.URL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e.g.",
        "i.e. so",
        "Ver.1.2",
        "です。ます",
        "です．ます",
        "3.14",
        "1.5com",
        "www.",
        "http://",
        "Please tell.me",
        "and/or",
        "Mr.Yamada",
        "Node.js",
        "@example.com",
        "...com",
        "index.html",
        "README.md",
        "main.rs",
        "user.id",
        "Yes.No",
        "OK。That",
        "です。com",
        "価格.comで",
        "http://です",
        "http://例え",
        "hxxp",
        "Top.Shopping",
        "[.]com",
        "Node\u200B.js"
      })
  void leaveAloneWhatIsNoUrl(String comment) {
    assertFindsNothing(comment);
  }

  @Test
  void giveWhatSeveralDetectorsFindToTheOneThatSaysMost() {
    assertThat(marked("https://example.com/?to=taro@example.com"))
        .isEqualTo("{URL https://example.com/?to=}{EMAIL taro@example.com}");
    assertThat(marked("taro[at]example.com")).isEqualTo("{EMAIL taro[at]example.com}");
    assertThat(marked("https://example.com/0312345678"))
        .isEqualTo("{URL https://example.com/0312345678}");
    assertThat(marked("カード 5105-1051-0510-5100"))
        .isEqualTo("カード {CARD_NUMBER 5105-1051-0510-5100}");
  }

  @Test
  void standInTheOrderOfTheComment() {
    assertThat(
            marked(
                "〒100-0001 東京都千代田区千代田1-1 03-1234-5678 taro@example.com example.com 123456789018"))
        .isEqualTo(
            "{POSTAL_ADDRESS 〒100-0001 東京都千代田区千代田1-1} {TELEPHONE 03-1234-5678}"
                + " {EMAIL taro@example.com} {URL example.com} {MY_NUMBER 123456789018}");
  }

  @Test
  void countOffsetsInUtf16() {
    assertThat(Findings.in("😀𠮷：ｔａｒｏ＠example.com👍🏽"))
        .containsExactly(new Finding(Detector.EMAIL, 5, 21));
  }

  @Test
  void markWhatCannotBeSeenInsideButNotAround() {
    assertThat(Findings.in("\u200B電話\u200B090-\uDB40\uDD001234\u2060-5678\u200B"))
        .containsExactly(new Finding(Detector.TELEPHONE, 4, 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u200B",
        "\uDB40\uDD00",
        "\r",
        "👨\u200D👩\u200D👧",
        "1️⃣ 2️⃣ 3️⃣",
        "\n",
        "😀",
        "\uD83D",
        "個人情報を漏らすなんて許せない!",
        "100人中46人(46%)"
      })
  void areNoneInOrdinaryText(String comment) {
    assertFindsNothing(comment);
  }

  @Test
  void areNoneInTheOriginalComments() throws IOException {
    assertThat(Files.readAllLines(Path.of("db/V2__original_wave.sql")))
        .hasSizeGreaterThan(100)
        .allSatisfy(FindingsTest::assertFindsNothing);
  }

  @Test
  void refuseNoCommentAtAll() {
    assertThatNullPointerException().isThrownBy(() -> Findings.in(null));
  }

  private static void assertFinds(Detector detector, String marked) {
    String expected = marked.replace("{", "{" + detector + " ");
    assertThat(marked(marked.replaceAll("[{}]", ""))).isEqualTo(expected);
  }

  private static void assertFindsNothing(String comment) {
    assertThat(Findings.in(comment)).isEmpty();
  }

  private static String marked(String comment) {
    return Passages.of(comment).stream()
        .map(
            passage ->
                passage.detector() == null
                    ? passage.text()
                    : "{" + passage.detector() + " " + passage.text() + "}")
        .collect(joining());
  }
}
