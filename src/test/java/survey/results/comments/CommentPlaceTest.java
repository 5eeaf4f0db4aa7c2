package survey.results.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentPlaceTest {
  private static final byte[] HASH =
      HexFormat.of().parseHex("00ff10203040506071727374757677788182838485868788919293949596979f");

  @Test
  void tellsNoMoreThanTheBeginningOfTheHash() {
    assertThat(CommentPlace.of(HASH).code()).isEqualTo("00ff102030405060");
  }

  @Test
  void liesRightAfterItsResponse() {
    CommentPlace place = CommentPlace.parse(CommentPlace.of(HASH).code()).orElseThrow();
    byte[] next = HexFormat.of().parseHex("00ff102030405061" + "00".repeat(24));
    assertThat(Arrays.compareUnsigned(place.last(), HASH)).isPositive();
    assertThat(Arrays.compareUnsigned(place.last(), next)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "00FF102030405060",
        "00ff10203040506",
        "'; drop table",
        "00ff1020304050600"
      })
  void isNothingElse(String code) {
    assertThat(CommentPlace.parse(code)).isEmpty();
  }
}
