package survey.admin.signin;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets nobody pass who is not an admin. */
@WebFilter(filterName = "admission", asyncSupported = true)
public class Admission extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String REQUEST = Admission.class.getName();

  @Inject transient SecurityContext security;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(REQUEST, request);
    AuthenticationStatus status =
        security.authenticate(request, response, AuthenticationParameters.withParams());
    if (status == AuthenticationStatus.SUCCESS && request.isUserInRole(SignInMechanism.ADMIN)) {
      chain.doFilter(request, response);
    }
  }

  /**
   * The request as the filters know it. The container hands its own to the authentication
   * mechanism, which does not know of the client behind a proxy.
   */
  static HttpServletRequest request(HttpServletRequest containers) {
    return (HttpServletRequest) containers.getAttribute(REQUEST);
  }
}
