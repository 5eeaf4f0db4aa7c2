package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * What every answer tells browsers and caches: load nothing from elsewhere, tell nobody where one
 * was, keep what may be kept.
 */
@WebFilter(filterName = "headers", asyncSupported = true)
public class Headers extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Nothing from elsewhere, and no script or style but from files of this site. */
  static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  private static final Set<String> PERSONAL = Set.of("/thanks", "/receipt");
  private static final String ASSET_ENDINGS = ".*\\.(css|js|svg)";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI();
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", referrerPolicy(address));
    response.setHeader("Cache-Control", cacheControl(address, request.getQueryString() != null));
    if (address.startsWith("/api/")) {
      response.setHeader("Access-Control-Allow-Origin", "*");
    }
    chain.doFilter(request, response);
  }

  /**
   * Browsers that may not tell where one was do not name a form's origin either (Fetch, "append a
   * request Origin header"), which the admins' forms are recognised by.
   */
  private static String referrerPolicy(String address) {
    return isOfAdmins(address) ? "same-origin" : "no-referrer";
  }

  private static boolean isOfAdmins(String address) {
    return address.matches("/login|/admin(/.*)?");
  }

  /**
   * The form stays in the browser so that Back finds what was typed and its key; assets are asked
   * for by version.
   */
  private static String cacheControl(String address, boolean versioned) {
    if (PERSONAL.contains(address) || isOfAdmins(address)) {
      return "no-store";
    }
    if (address.matches(ASSET_ENDINGS)) {
      return versioned ? "public, max-age=31536000, immutable" : "no-cache";
    }
    return "private, no-cache";
  }
}
