package survey.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.128/25, 192.0.2.255, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.130/25, 192.0.2.129, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "' ::1 ', ::1, true",
  })
  void containsWhatSharesItsPrefix(String network, String address, boolean contained) {
    assertThat(Network.parse(network).contains(IpAddress.parse(address).orElseThrow()))
        .isEqualTo(contained);
  }
}
