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
 * The page at {@code /admin/settings}: changes the password, unless the configuration gives it.
 * Whoever is signed in elsewhere is not any more; here a new token takes the old one's place.
 */
@Named
@RequestScoped
public class SettingsPage {
  private static final Logger LOG = Logger.getLogger(SettingsPage.class.getName());
  private static final int UNPROCESSABLE_CONTENT = 422;

  @Inject ConfiguredAccount configured;
  @Inject PasswordCheck passwords;
  @Inject PasswordHashes hashes;
  @Inject Accounts accounts;

  private boolean changed;
  private Map<String, String> problems = Map.of();
  private String trouble;

  /** Changes the password as posted; run before the page is shown. */
  public void change() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    Map<String, String> parameters = external.getRequestParameterMap();
    changed = parameters.containsKey("changed");
    if (!request.getMethod().equals("POST")) {
      return;
    }
    if (isGiven()) {
      external.setResponseStatus(HttpServletResponse.SC_CONFLICT);
      return;
    }
    PasswordChange change =
        new PasswordChange(
            parameters.getOrDefault("current", ""),
            parameters.getOrDefault("password", ""),
            parameters.getOrDefault("again", ""));
    problems = change.problems(getAccount());
    try {
      if (problems.isEmpty()) {
        check(change, request, external);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the password could not be changed: {0}", Causes.describe(e));
      trouble = "settings.unavailable";
    }
    if (trouble != null) {
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else if (!problems.isEmpty()) {
      external.setResponseStatus(UNPROCESSABLE_CONTENT);
    }
  }

  private void check(PasswordChange change, HttpServletRequest request, ExternalContext external) {
    String account = getAccount();
    PasswordCheck.Verdict verdict =
        passwords.check(new UsernamePasswordCredential(account, change.current()), request);
    switch (verdict.result()) {
      case RIGHT ->
          accounts
              .changePasswordAndOpen(verdict.account(), hashes.hash(change.next()))
              .ifPresentOrElse(
                  token -> goOn(token, request, external),
                  () -> problems = Map.of("current", "settings.current.wrong"));
      case WRONG -> problems = Map.of("current", "settings.current.wrong");
      case TOO_MANY -> trouble = "settings.tooMany";
      case LATER -> trouble = "login.later";
    }
  }

  private void goOn(Token token, HttpServletRequest request, ExternalContext external) {
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    SignInCookie.write(token, request, response);
    passwords.remember(request, response);
    leadBack(external);
  }

  private static void leadBack(ExternalContext external) {
    FacesContext faces = FacesContext.getCurrentInstance();
    external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    external.setResponseHeader(
        "Location",
        ReturnAddress.withLanguage(
            "/admin/settings?changed=1", faces.getViewRoot().getLocale().getLanguage()));
    faces.responseComplete();
  }

  /** The name of the account that is signed in, the only one. */
  public String getAccount() {
    return configured.name();
  }

  /** Whether the configuration gives the password, so that it cannot be changed here. */
  public boolean isGiven() {
    return configured.hasGivenPassword();
  }

  /** Whether it has just been changed. */
  public boolean isChanged() {
    return changed;
  }

  /** What is wrong: message keys by field, in the form's order. */
  public Map<String, String> getProblems() {
    return problems;
  }

  /** The message key of why it cannot be changed just now, or null. */
  public String getTrouble() {
    return trouble;
  }
}
