package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTest {
  @Test
  void writesEveryLineBreakAsLineFeed() {
    assertThat(Comment.normalise("一\r\n二\r三\n四\r\r\n五")).isEqualTo("一\n二\n三\n四\n\n五");
  }

  @Test
  void removesControlCharactersButLineFeedAndTab() {
    assertThat(Comment.normalise("a\0b\u0007c\u007Fd\u0085e\tf\ng\u001B[0m"))
        .isEqualTo("abcde\tf\ng[0m");
  }

  @Test
  void changesNothingElse() {
    String typed = "  ｶﾞ が か\u3099 =1+1 <b>&amp; \u202E 👨‍👩‍👧 𠮷 \uFFFD\u2028 ";
    assertThat(Comment.normalise(typed)).isEqualTo(typed);
  }

  @Test
  void countsCodePoints() {
    assertThat(Comment.length("𠮷野家\n😀")).isEqualTo(5);
  }
}
