package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import survey.response.Origin;

/**
 * Lets nothing be changed but by this site's own forms, so that no other site's page can act for
 * whoever's browser opens it. Two proofs, beside the cookie that other sites' requests do not
 * carry: the browser says where a form comes from, and a form below {@code /admin/} sends along
 * what only a page for this very sign-in can know. Signing in has no sign-in yet, and a receipt is
 * proof enough of itself: they have the first alone.
 */
@WebFilter(filterName = "ownForms", asyncSupported = true)
public class OwnForms extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Inject transient Origin origin;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean needsToken = request.getRequestURI().startsWith("/admin/");
    if (READING.contains(request.getMethod())
        || (origin.isOurs(request) && (!needsToken || knowsTheToken(request)))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
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
