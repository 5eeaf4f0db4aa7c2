package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private final Sources sources = new Sources();

  @Test
  void tellAddressesApartAsLongAsTheKeyIsTheSame() {
    assertThat(sources.of("192.0.2.1"))
        .isEqualTo(sources.of("192.0.2.1"))
        .isNotEqualTo(sources.of("192.0.2.2"));
  }

  @Test
  void cannotBeRecognisedUnderAnotherKey() {
    assertThat(new Sources().of("192.0.2.1")).isNotEqualTo(sources.of("192.0.2.1"));
  }

  @Test
  void areAsLongWhateverTheAddress() {
    for (String address : List.of("192.0.2.1", "2001:db8::1", "no address at all")) {
      assertThat(sources.of(address)).hasSize(44);
    }
  }
}
