package survey.admin.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/**
 * The page at {@code /login}: signs in and leads to where one wanted to go. Each time with a new
 * token, so that nobody can have known it before.
 */
@Named
@RequestScoped
public class LoginPage {
  private static final Logger LOG = Logger.getLogger(LoginPage.class.getName());
  private static final int UNPROCESSABLE_CONTENT = 422;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final double SECONDS_OF_A_MINUTE = 60;

  @Inject PasswordCheck passwords;
  @Inject AdminSessions sessions;
  @Inject Accounts accounts;

  private ReturnAddress to = ReturnAddress.of("");
  private String account = "";
  private boolean signedOut;
  private String problem;
  private int minutes;

  /** Takes what was posted, and leads on whoever is signed in; run before the page is shown. */
  public void signIn() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    Map<String, String> parameters = external.getRequestParameterMap();
    to = ReturnAddress.of(parameters.getOrDefault("to", ""));
    account = parameters.getOrDefault("account", "");
    signedOut = parameters.containsKey("signed-out");
    try {
      if (request.getMethod().equals("POST")) {
        check(parameters.getOrDefault("password", ""), request, external);
      } else if (SignInCookie.read(request).flatMap(sessions::find).isPresent()) {
        leadOn(external);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "nobody can sign in: {0}", Causes.describe(e));
      refuse("login.unavailable", HttpServletResponse.SC_SERVICE_UNAVAILABLE, external);
    }
  }

  private void check(String password, HttpServletRequest request, ExternalContext external) {
    PasswordCheck.Verdict verdict =
        passwords.check(new UsernamePasswordCredential(account, password), request);
    switch (verdict.result()) {
      case RIGHT ->
          accounts
              .signIn(verdict.account())
              .ifPresentOrElse(
                  token -> enter(token, request, external),
                  () -> refuse("login.wrong", UNPROCESSABLE_CONTENT, external));
      case WRONG -> refuse("login.wrong", UNPROCESSABLE_CONTENT, external);
      case TOO_MANY -> delay("login.tooMany", TOO_MANY_REQUESTS, verdict.seconds(), external);
      case LATER ->
          delay(
              "login.later",
              HttpServletResponse.SC_SERVICE_UNAVAILABLE,
              verdict.seconds(),
              external);
    }
  }

  private void enter(Token token, HttpServletRequest request, ExternalContext external) {
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    // The new token takes the place of the old one, which nothing would end.
    SignInCookie.read(request).ifPresent(sessions::end);
    SignInCookie.write(token, request, response);
    passwords.remember(request, response);
    leadOn(external);
  }

  private void delay(String reason, int status, long seconds, ExternalContext external) {
    minutes = (int) Math.ceil(seconds / SECONDS_OF_A_MINUTE);
    external.setResponseHeader("Retry-After", Long.toString(seconds));
    refuse(reason, status, external);
  }

  private void leadOn(ExternalContext external) {
    FacesContext faces = FacesContext.getCurrentInstance();
    external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    external.setResponseHeader("Location", to.in(faces.getViewRoot().getLocale().getLanguage()));
    faces.responseComplete();
  }

  private void refuse(String reason, int status, ExternalContext external) {
    problem = reason;
    external.setResponseStatus(status);
  }

  /** This page's address, in Japanese. */
  public String getPath() {
    return to.login("ja");
  }

  /** Where to go once signed in. */
  public String getTo() {
    return to.text();
  }

  /** The name as it was typed. */
  public String getAccount() {
    return account;
  }

  /** Whether one has just signed out. */
  public boolean isSignedOut() {
    return signedOut;
  }

  /** The message key of why nobody was signed in, or null. */
  public String getProblem() {
    return problem;
  }

  /** In how many minutes one may try again, rounded up. */
  public int getMinutes() {
    return minutes;
  }
}
