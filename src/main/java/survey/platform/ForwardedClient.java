package survey.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Behind a proxy, who the client is and whether it came over TLS stands in headers. They are
 * believed of the operator's proxies alone: anybody can send them.
 *
 * <p>Each proxy adds the address that it was called from on the right, so the client is the
 * rightmost address that is none of the proxies'; what stands left of it may be made up.
 */
@WebFilter(filterName = "forwardedClient", asyncSupported = true)
public class ForwardedClient extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient List<Network> proxies;

  @Inject
  public ForwardedClient(
      @ConfigProperty(name = "survey.trusted.proxies") Optional<String> proxies) {
    // Payara's configuration gives no optional lists.
    this.proxies =
        proxies.stream()
            .flatMap(list -> Stream.of(list.split(",", -1)))
            .map(Network::parse)
            .toList();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<InetAddress> peer = IpAddress.parse(request.getRemoteAddr()).filter(this::isProxy);
    chain.doFilter(
        peer.isPresent()
            ? new Forwarded(request, client(peer.get(), request), isSecure(request))
            : request,
        response);
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  /** From right to left, as long as who names the next one is believed and makes sense. */
  private String client(InetAddress peer, HttpServletRequest request) {
    InetAddress client = peer;
    List<String> named = values(request, "X-Forwarded-For").toList();
    for (int i = named.size() - 1; i >= 0 && isProxy(client); i--) {
      Optional<InetAddress> next = IpAddress.parse(named.get(i));
      if (next.isEmpty()) {
        break;
      }
      client = next.get();
    }
    return client.getHostAddress();
  }

  private static boolean isSecure(HttpServletRequest request) {
    List<String> schemes = values(request, "X-Forwarded-Proto").toList();
    return schemes.isEmpty()
        ? request.isSecure()
        : schemes.stream().allMatch("https"::equalsIgnoreCase);
  }

  /** Lists may come in one header or in several (RFC 9110, section 5.3). */
  private static Stream<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip);
  }

  private static final class Forwarded extends HttpServletRequestWrapper {
    private final String client;
    private final boolean isSecure;

    Forwarded(HttpServletRequest request, String client, boolean isSecure) {
      super(request);
      this.client = client;
      this.isSecure = isSecure;
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public String getRemoteHost() {
      return client;
    }

    @Override
    public boolean isSecure() {
      return isSecure;
    }

    @Override
    public String getScheme() {
      return isSecure ? "https" : "http";
    }
  }
}
