package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MadePasswordTest {
  @Test
  void canBeReadOutAndTyped() {
    assertThat(Stream.generate(MadePassword::make).limit(100))
        .allMatch(password -> password.matches("([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}"));
  }

  @Test
  void hasAtLeast96Bits() {
    long letters =
        Stream.generate(MadePassword::make)
            .limit(1_000)
            .flatMap(password -> password.replace("-", "").chars().boxed())
            .distinct()
            .count();
    assertThat(20 * Math.log((double) letters) / Math.log(2)).isGreaterThanOrEqualTo(96);
  }

  @Test
  void isNeverTheSameTwice() {
    assertThat(Stream.generate(MadePassword::make).limit(1_000).distinct()).hasSize(1_000);
  }
}
