package survey.admin.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That no comment keeps an admin waiting, whatever a hostile respondent repeats in it. */
class FindingsTimeTest {
  private static final int LONGEST = 1_000;
  private static final Duration LIMIT = Duration.ofMillis(100);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "4",
        "4 ",
        "4-",
        "@",
        "a",
        "a.",
        "a@",
        "a@a.",
        ".",
        "www.",
        "http://",
        "h",
        "+81 ",
        "(0",
        "01 ",
        "0123 ",
        "〒",
        "〒100-0001",
        "東京都",
        "市",
        "あ市",
        "東京都市",
        "区一",
        "一",
        "一丁目",
        "1-",
        "1番",
        "100-0001 ",
        "A-",
        "Tokyo ",
        "[at]",
        "a [at]",
        " ",
        "-",
        "ー",
        "😀",
        "𠮷市",
        "\u200B",
        "4\u200B",
        "4111.",
        "4 - ",
        "4\n",
        "0\n",
        "01\n",
        "01   -   ",
        "1,0",
        "81-",
        "0081 ",
        "1234 - ",
        "4の",
        "市4の",
        "区4   ~   ",
        "~",
        "〒 1 ",
        "京都市",
        "京都市中京区上る",
        "上る",
        "a at ",
        "a at a dot ",
        "a dot ",
        "a@あ.",
        "a@あ",
        "[.]",
        "a[.]",
        "a。",
        "http://あ",
        "http://あ.",
        "hxxps://",
        "\n"
      })
  void isShort(String part) {
    String comment = part.repeat(LONGEST);

    assertThat(fastestOfTen(comment)).isLessThan(LIMIT);
  }

  /** The machine may be busy with something else, and has to warm up. */
  private static Duration fastestOfTen(String comment) {
    return Duration.ofNanos(
        LongStream.range(0, 10).map(i -> nanoseconds(comment)).min().orElseThrow());
  }

  private static long nanoseconds(String comment) {
    long start = System.nanoTime();
    Findings.in(comment);
    return System.nanoTime() - start;
  }
}
