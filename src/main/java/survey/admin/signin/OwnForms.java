package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;

/**
 * Lets nothing be changed but by this site's own forms, so that no other site's page can act for an
 * admin whose browser opens it. Two proofs, beside the cookie that other sites' requests do not
 * carry: the browser says where a form comes from, and a form below {@code /admin/} sends along
 * what only a page for this very sign-in can know. Signing in has no sign-in yet, and the first
 * alone.
 */
@WebFilter(filterName = "ownForms", asyncSupported = true)
public class OwnForms extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean signsIn = request.getRequestURI().equals("/login");
    if (READING.contains(request.getMethod())
        || (isFromHere(request) && (signsIn || knowsTheToken(request)))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /**
   * {@code Sec-Fetch-Site} says it outright. Browsers send it over TLS and to this machine alone;
   * where it is missing, the origin's host must be the one that was asked. A client that sends
   * neither is no browser, and acts for nobody but whoever runs it.
   */
  private static boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return FROM_HERE.contains(site);
    }
    String origin = request.getHeader("Origin");
    return origin == null || isHost(origin, request.getHeader("Host"));
  }

  private static boolean isHost(String origin, String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean knowsTheToken(HttpServletRequest request) {
    byte[] sent = Objects.requireNonNullElse(request.getParameter("csrf"), "").getBytes(UTF_8);
    return SignInCookie.read(request)
        .map(token -> token.csrf().getBytes(UTF_8))
        .filter(expected -> MessageDigest.isEqual(expected, sent))
        .isPresent();
  }
}
