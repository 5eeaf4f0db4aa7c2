package survey.admin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Where a browser keeps its {@link Token}, until it is closed. */
final class SignInCookie {
  private static final OwnCookie COOKIE = new OwnCookie("survey-admin");

  private SignInCookie() {}

  static Optional<Token> read(HttpServletRequest request) {
    return COOKIE.values(request).flatMap(value -> Token.parse(value).stream()).findFirst();
  }

  static void write(Token token, HttpServletRequest request, HttpServletResponse response) {
    COOKIE.write(token.text(), request, response);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.write("", Duration.ZERO, request, response);
  }
}
