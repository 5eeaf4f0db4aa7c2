package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/** How an admin is known: by the token in a cookie, or for a download by HTTP Basic. */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  /** The one role. */
  public static final String ADMIN = "ADMIN";

  private static final Logger LOG = Logger.getLogger(SignInMechanism.class.getName());
  private static final Set<String> DOWNLOADS = Set.of("/admin/responses.csv", "/admin/export.zip");

  /** Scripts of admins' pages: nothing to go to. */
  private static final String RESOURCES = "/jakarta.faces.resource/";

  private static final int TOO_MANY_REQUESTS = 429;

  @Inject AdminSessions sessions;
  @Inject ConfiguredAccount configured;
  @Inject PasswordCheck passwords;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest containers, HttpServletResponse response, HttpMessageContext context) {
    if (!context.isAuthenticationRequest()) {
      return context.doNothing();
    }
    HttpServletRequest request = Admission.request(containers);
    try {
      Optional<String> account = SignInCookie.read(request).flatMap(sessions::find);
      if (account.isPresent()) {
        return context.notifyContainerAboutLogin(account.get(), Set.of(ADMIN));
      }
      String address = request.getRequestURI();
      if (address.startsWith(RESOURCES)) {
        return refuse(response, HttpServletResponse.SC_NOT_FOUND);
      }
      return DOWNLOADS.contains(address)
          ? basic(request, response, context)
          : leadToLogin(address, request, response);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "who is signed in could not be read: {0}", Causes.describe(e));
      return refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private AuthenticationStatus basic(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<UsernamePasswordCredential> credential =
        BasicCredential.parse(request.getHeader("Authorization"));
    if (credential.isEmpty()) {
      // A person at a browser, whose sign-in has ended: they know the form, and the browser would
      // keep for long what it asks for itself.
      return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
          ? leadToLogin("/admin/download", request, response)
          : challenge(response);
    }
    PasswordCheck.Verdict verdict = passwords.check(credential.get(), request);
    return switch (verdict.result()) {
      case RIGHT -> context.notifyContainerAboutLogin(configured.name(), Set.of(ADMIN));
      case WRONG -> challenge(response);
      case TOO_MANY, LATER -> delay(response, TOO_MANY_REQUESTS, verdict);
    };
  }

  private static AuthenticationStatus challenge(HttpServletResponse response) {
    response.setHeader("WWW-Authenticate", "Basic realm=\"survey\", charset=\"UTF-8\"");
    return refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
  }

  private static AuthenticationStatus delay(
      HttpServletResponse response, int status, PasswordCheck.Verdict verdict) {
    response.setHeader("Retry-After", Long.toString(verdict.seconds()));
    return refuse(response, status);
  }

  private static AuthenticationStatus leadToLogin(
      String wanted, HttpServletRequest request, HttpServletResponse response) {
    String query = request.getMethod().equals("POST") ? null : request.getQueryString();
    String path = request.getMethod().equals("POST") ? "/admin/" : wanted;
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", ReturnAddress.of(path, query).login(request.getParameter("lang")));
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static AuthenticationStatus refuse(HttpServletResponse response, int status) {
    try {
      response.sendError(status);
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
