package survey.admin.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A cookie for this site alone: out of reach of scripts, and sent with no request that another site
 * makes. Behind TLS its name binds it to this very host.
 *
 * @param name without what is put before it behind TLS
 */
record OwnCookie(String name) {
  private static final int UNTIL_THE_BROWSER_IS_CLOSED = -1;

  /** What the browser sent under its name: one at most, or more where somebody meddles. */
  Stream<String> values(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(cookie -> cookie.getName().equals(nameFor(request)))
        .map(Cookie::getValue);
  }

  private String nameFor(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + name : name;
  }

  /** Gives it to the browser until that is closed. */
  void write(String value, HttpServletRequest request, HttpServletResponse response) {
    write(value, UNTIL_THE_BROWSER_IS_CLOSED, request, response);
  }

  /** Gives it to the browser for so long; takes it away where that is zero. */
  void write(
      String value, Duration longest, HttpServletRequest request, HttpServletResponse response) {
    write(value, (int) longest.toSeconds(), request, response);
  }

  private void write(
      String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie(nameFor(request), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    cookie.setMaxAge(seconds);
    response.addCookie(cookie);
  }
}
