package survey.response;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** From what kind of site a browser says that a form was sent. */
public final class Origin {
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

  private Origin() {}

  /**
   * Whether a request comes from one of our own pages, as far as the client tells. {@code
   * Sec-Fetch-Site} says it outright. Browsers send it over TLS and to this machine alone; where it
   * is missing, the origin's host must be the one that was asked. A client that sends neither is no
   * browser, and acts for nobody but whoever runs it.
   */
  public static boolean isOurs(HttpServletRequest request) {
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
}
