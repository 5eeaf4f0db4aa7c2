package survey.admin.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a browser keeps what makes it a known {@link Device}, as long as browsers keep anything.
 */
final class DeviceCookie {
  private static final String NAME = "survey-admin-device";
  private static final String NAME_BEHIND_TLS = "__Host-" + NAME;
  private static final Duration LONGEST = Duration.ofDays(400);

  private DeviceCookie() {}

  static boolean isSent(HttpServletRequest request) {
    return values(request).findAny().isPresent();
  }

  static Optional<Device> read(HttpServletRequest request, AdminAccount account) {
    return values(request).flatMap(value -> Device.parse(value, account).stream()).findFirst();
  }

  private static Stream<String> values(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(cookie -> cookie.getName().equals(name(request)))
        .map(Cookie::getValue);
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? NAME_BEHIND_TLS : NAME;
  }

  /** Makes the browser known from now on, or for longer. */
  static void write(
      AdminAccount account, HttpServletRequest request, HttpServletResponse response) {
    Device device = read(request, account).orElseGet(Device::mint);
    Cookie cookie = new Cookie(name(request), device.text(account));
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    cookie.setMaxAge((int) LONGEST.toSeconds());
    response.addCookie(cookie);
  }
}
