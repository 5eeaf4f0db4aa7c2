package survey.response;

import jakarta.faces.context.ExternalContext;

/** Says that this browser has sent a response; of whom, or which, it says nothing. For a year. */
final class AnsweredCookie {
  private static final String NAME = "answered";
  private static final String COOKIE =
      NAME + "=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax";

  private AnsweredCookie() {}

  static boolean isThere(ExternalContext external) {
    return external.getRequestCookieMap().containsKey(NAME);
  }

  static void set(ExternalContext external) {
    external.addResponseHeader("Set-Cookie", COOKIE + (external.isSecure() ? "; Secure" : ""));
  }
}
