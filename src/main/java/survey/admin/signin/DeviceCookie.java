package survey.admin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a browser keeps what makes it a known {@link Device}, as long as browsers keep anything.
 */
final class DeviceCookie {
  private static final OwnCookie COOKIE = new OwnCookie("survey-admin-device");
  private static final Duration LONGEST = Duration.ofDays(400);

  private DeviceCookie() {}

  static boolean isSent(HttpServletRequest request) {
    return COOKIE.values(request).findAny().isPresent();
  }

  static Optional<Device> read(HttpServletRequest request, AdminAccount account) {
    return COOKIE
        .values(request)
        .flatMap(value -> Device.parse(value, account).stream())
        .findFirst();
  }

  /** Makes the browser known from now on, or for longer. */
  static void write(
      AdminAccount account, HttpServletRequest request, HttpServletResponse response) {
    Device device = read(request, account).orElseGet(Device::mint);
    COOKIE.write(device.text(account), LONGEST, request, response);
  }
}
