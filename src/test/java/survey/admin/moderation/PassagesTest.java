package survey.admin.moderation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final List<String> PARTS =
      List.of(
          "090-1234-5678",
          "taro@example.com",
          "〒100-0001",
          "東京都千代田区千代田1-1",
          "4111 1111 1111 1111",
          "1234-5678-9018",
          "https://example.com/",
          "😀",
          "\uD83D",
          "\u200B",
          "\uFE0F",
          "\uDB40\uDD00",
          "\r\n",
          "〜",
          "\n",
          " ",
          "　",
          "ー",
          "-",
          "@",
          ".",
          "0",
          "1",
          "一",
          "区",
          "a",
          "です",
          "。");

  @Test
  void ofAnEmptyCommentAreNone() {
    assertThat(Passages.of("")).isEmpty();
  }

  @Test
  void ofAnOrdinaryCommentAreOne() {
    assertThat(Passages.of("です。")).containsExactly(new Passage("です。", null));
  }

  @Test
  void keepTheTextAroundAndBetweenFindings() {
    assertThat(Passages.of("電話:090-1234-5678か\ntaro@example.com"))
        .containsExactly(
            new Passage("電話:", null),
            new Passage("090-1234-5678", Detector.TELEPHONE),
            new Passage("か\n", null),
            new Passage("taro@example.com", Detector.EMAIL));
  }

  @Test
  void keepWidthsAndEmoji() {
    assertThat(Passages.of("😀ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ😀"))
        .containsExactly(
            new Passage("😀", null),
            new Passage("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", Detector.EMAIL),
            new Passage("😀", null));
  }

  @Test
  void keepWhatCannotBeSeen() {
    assertThat(Passages.of("\u200B090-\u20601234\u00AD-5678\uFE0Fです"))
        .containsExactly(
            new Passage("\u200B", null),
            new Passage("090-\u20601234\u00AD-5678", Detector.TELEPHONE),
            new Passage("\uFE0Fです", null));
  }

  @Test
  void joinedAreTheCommentWhateverItIs() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String comment =
          random.ints(random.nextInt(12), 0, PARTS.size()).mapToObj(PARTS::get).collect(joining());
      List<Passage> passages = Passages.of(comment);
      assertThat(passages.stream().map(Passage::text).collect(joining())).isEqualTo(comment);
      assertThat(passages).noneMatch(passage -> passage.text().isEmpty());
    }
  }
}
