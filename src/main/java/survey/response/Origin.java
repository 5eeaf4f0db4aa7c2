package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.logging.Logger;

/** From what kind of site a browser says that a form was sent. */
@ApplicationScoped
public class Origin {
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

  private final SeldomWarning foreign =
      new SeldomWarning(
          Logger.getLogger(Origin.class.getName()),
          "A form was refused that another site had sent.");
  private final Clock clock;

  @Inject
  Origin(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Origin() {
    this(null);
  }

  /**
   * Whether a request comes from one of our own pages, as far as the client tells. {@code
   * Sec-Fetch-Site} says it outright. Browsers send it over TLS and to this machine alone; where it
   * is missing, the origin's host must be the one that was asked. A client that sends neither is no
   * browser, and acts for nobody but whoever runs it.
   */
  public boolean isOurs(HttpServletRequest request) {
    boolean isOurs = isSaidToBeOurs(request);
    if (!isOurs) {
      foreign.give(clock.instant());
    }
    return isOurs;
  }

  private static boolean isSaidToBeOurs(HttpServletRequest request) {
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
