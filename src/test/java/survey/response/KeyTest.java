package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyTest {
  @Test
  void isNeverMintedTwice() {
    assertThat(Stream.generate(Key::mint).limit(10_000)).doesNotHaveDuplicates();
  }

  @Test
  void isReadBackFromTheForm() {
    Key key = Key.mint();
    assertThat(Key.parse(key.text())).contains(key);
  }

  @Test
  void isNotReadFromAnythingElse() {
    assertThat(Key.parse("")).isEmpty();
    assertThat(Key.parse("x".repeat(31))).isEmpty();
    assertThat(Key.parse("x".repeat(33))).isEmpty();
    assertThat(Key.parse("x".repeat(31) + "\n")).isEmpty();
    assertThat(Key.parse("あ".repeat(32))).isEmpty();
  }
}
