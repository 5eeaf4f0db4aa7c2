package survey.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedClientTest {
  private static final String PROXIES = "10.0.0.0/8,192.0.2.7,2001:db8:1::/48";

  @Test
  void believesNobodyUnlessTold() throws Exception {
    HttpServletRequest seen = seen("", "127.0.0.1", List.of("203.0.113.9"), List.of("https"));
    assertThat(seen.getRemoteAddr()).isEqualTo("127.0.0.1");
    assertThat(seen.isSecure()).isFalse();
    assertThat(seen.getScheme()).isEqualTo("http");
  }

  @ParameterizedTest
  @CsvSource({
    // peer, header, client
    "10.1.2.3, 203.0.113.9, 203.0.113.9",
    "192.0.2.7, 203.0.113.9, 203.0.113.9",
    "192.0.2.8, 203.0.113.9, 192.0.2.8",
    "2001:db8:1:0:0:0:0:5, 203.0.113.9, 203.0.113.9",
    "2001:db8:2:0:0:0:0:5, 203.0.113.9, 2001:db8:2:0:0:0:0:5",
    // An IPv4 peer as a socket for both gives it.
    "::ffff:10.1.2.3, 203.0.113.9, 203.0.113.9",
    // Made up on the left
    "10.1.2.3, '127.0.0.1, 203.0.113.9', 203.0.113.9",
    "10.1.2.3, '10.9.9.9, 203.0.113.9, 10.4.4.4', 203.0.113.9",
    "10.1.2.3, 'unknown, 203.0.113.9', 203.0.113.9",
    // All of them proxies: the first is the nearest to a client that there is.
    "10.1.2.3, '10.5.5.5, 10.4.4.4', 10.5.5.5",
    // Garbage ends what can be believed.
    "10.1.2.3, '203.0.113.9, unknown', 10.1.2.3",
    "10.1.2.3, '203.0.113.9, unknown, 10.4.4.4', 10.4.4.4",
    "10.1.2.3, '203.0.113.9,', 10.1.2.3",
    "10.1.2.3, '', 10.1.2.3",
    "10.1.2.3, 256.1.1.1, 10.1.2.3",
    "10.1.2.3, 1.2.3, 10.1.2.3",
    "10.1.2.3, 01.2.3.4, 10.1.2.3",
    "10.1.2.3, 1.2.3.4.5, 10.1.2.3",
    "10.1.2.3, localhost, 10.1.2.3",
    "10.1.2.3, ':::', 10.1.2.3",
    "10.1.2.3, '[203.0.113.9', 10.1.2.3",
    "10.1.2.3, '<script>', 10.1.2.3",
    // Ports and brackets
    "10.1.2.3, 203.0.113.9:1234, 203.0.113.9",
    "10.1.2.3, '[2001:db8::9]', 2001:db8:0:0:0:0:0:9",
    "10.1.2.3, '[2001:db8::9]:443', 2001:db8:0:0:0:0:0:9",
    "10.1.2.3, 2001:DB8::9, 2001:db8:0:0:0:0:0:9",
    "10.1.2.3, fe80::9%eth0, fe80:0:0:0:0:0:0:9",
    "10.1.2.3, ::ffff:203.0.113.9, 203.0.113.9",
  })
  void takesTheRightmostAddressThatIsNoProxys(String peer, String header, String client)
      throws Exception {
    assertThat(seen(PROXIES, peer, List.of(header), List.of()).getRemoteAddr()).isEqualTo(client);
    assertThat(seen(PROXIES, peer, List.of(header), List.of()).getRemoteHost()).isEqualTo(client);
  }

  @Test
  void readsSeveralHeadersAsOne() throws Exception {
    List<String> headers = List.of("198.51.100.1", "203.0.113.9, 10.2.2.2");
    assertThat(seen(PROXIES, "10.1.2.3", headers, List.of()).getRemoteAddr())
        .isEqualTo("203.0.113.9");
  }

  @Test
  void takesAProxyWithoutTheHeaderForTheClient() throws Exception {
    assertThat(seen(PROXIES, "10.1.2.3", List.of(), List.of()).getRemoteAddr())
        .isEqualTo("10.1.2.3");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, https, https",
    "10.1.2.3, HTTPS, https",
    "10.1.2.3, http, http",
    "10.1.2.3, 'https, http', http",
    "10.1.2.3, 'https, https', https",
    "10.1.2.3, '', http",
    "10.1.2.3, 'https://x', http",
    "203.0.113.9, https, http",
  })
  void takesForSecureWhatEveryProxySaysIs(String peer, String header, String scheme)
      throws Exception {
    HttpServletRequest seen = seen(PROXIES, peer, List.of(), List.of(header));
    assertThat(seen.getScheme()).isEqualTo(scheme);
    assertThat(seen.isSecure()).isEqualTo(scheme.equals("https"));
  }

  /** The request that the rest of the application sees. */
  private static HttpServletRequest seen(
      String proxies, String peer, List<String> addresses, List<String> schemes) throws Exception {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                ForwardedClientTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getRemoteAddr", "getRemoteHost" -> peer;
                      case "isSecure" -> false;
                      case "getScheme" -> "http";
                      case "getHeaders" ->
                          Collections.enumeration(
                              arguments[0].equals("X-Forwarded-For") ? addresses : schemes);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
    new ForwardedClient(Optional.of(proxies).filter(text -> !text.isEmpty()))
        .doFilter(request, null, (passed, response) -> seen.set((HttpServletRequest) passed));
    return seen.get();
  }
}
