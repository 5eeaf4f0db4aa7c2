package survey.admin.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a browser keeps its token: out of reach of scripts, sent with no request that another site
 * makes, and gone when the browser is closed. Behind TLS its name binds it to this very host.
 */
final class SignInCookie {
  private static final String NAME = "survey-admin";
  private static final String NAME_BEHIND_TLS = "__Host-" + NAME;

  private SignInCookie() {}

  static Optional<Token> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(cookie -> cookie.getName().equals(name(request)))
        .flatMap(cookie -> Token.parse(cookie.getValue()).stream())
        .findFirst();
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? NAME_BEHIND_TLS : NAME;
  }

  static void write(Token token, HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(token.text(), request));
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = cookie("", request);
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static Cookie cookie(String value, HttpServletRequest request) {
    Cookie cookie = new Cookie(name(request), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
