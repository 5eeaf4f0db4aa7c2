package survey.platform;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
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

  /** No page needs a device of whoever reads it, nor does anything shown within one. */
  static final String PERMISSIONS =
      "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

  /** Two years; browsers' own lists of such sites ask for one at least (hstspreload.org). */
  static final String TRANSPORT_SECURITY = "max-age=63072000";

  private static final Set<String> PERSONAL = Set.of("/thanks", "/receipt");
  private static final Set<String> FORMS = Set.of("/", "/receipt");
  private static final String ASSET_ENDINGS = ".*\\.(css|js|svg)";

  @Inject transient Assets assets;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = address(request);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", referrerPolicy(address));
    response.setHeader("Cache-Control", cacheControl(address, isOurVersion(request)));
    response.setHeader("Permissions-Policy", PERMISSIONS);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    boolean isForEverybody = address.startsWith("/api/");
    response.setHeader(
        "Cross-Origin-Resource-Policy", isForEverybody ? "cross-origin" : "same-origin");
    if (isForEverybody) {
      response.setHeader("Access-Control-Allow-Origin", "*");
    }
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", TRANSPORT_SECURITY);
    }
    chain.doFilter(request, response);
  }

  /**
   * While nodes get a new version in turn, a page of one may have another asked for its assets:
   * what that one has is not what is to be kept under this address.
   */
  private boolean isOurVersion(HttpServletRequest request) {
    return ("v=" + assets.getVersion()).equals(request.getQueryString());
  }

  /** The one that was asked for, also where an error page answers in its place. */
  private static String address(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR
            && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  /**
   * Browsers that may not tell where one was do not name a form's origin either but "null" (Fetch,
   * "append a request Origin header"), and over plain HTTP that is all our own forms are recognised
   * by. So pages with a form tell it to this site alone; all others, such as the one whose address
   * has a receipt, tell nobody.
   */
  private static String referrerPolicy(String address) {
    return FORMS.contains(address) || isOfAdmins(address) ? "same-origin" : "no-referrer";
  }

  private static boolean isOfAdmins(String address) {
    return address.matches("/login|/admin(/.*)?");
  }

  /**
   * The form stays in the browser so that Back finds what was typed and its key; assets are asked
   * for by version.
   */
  private static String cacheControl(String address, boolean isOurVersion) {
    if (PERSONAL.contains(address) || isOfAdmins(address)) {
      return "no-store";
    }
    if (address.matches(ASSET_ENDINGS)) {
      return isOurVersion ? "public, max-age=31536000, immutable" : "no-cache";
    }
    return "private, no-cache";
  }
}
