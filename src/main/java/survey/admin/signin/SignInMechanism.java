package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How an admin is known: by the token in a cookie, or for a download by HTTP Basic. */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  /** The one role. */
  public static final String ADMIN = "ADMIN";

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (!context.isAuthenticationRequest()) {
      return context.doNothing();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/login");
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
