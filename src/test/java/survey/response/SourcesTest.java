package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

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
  void tellNothingOfTheAddress() {
    assertThat(sources.of("192.0.2.1")).hasSize(44).doesNotContain("192");
  }
}
