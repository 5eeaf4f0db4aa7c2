package survey.admin.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What every form below {@code /admin/} sends along in its field {@code csrf}. */
@Named
@RequestScoped
public class Csrf {
  @Inject HttpServletRequest request;

  /** Empty where nobody is signed in. */
  public String getToken() {
    return SignInCookie.read(request).map(Token::csrf).orElse("");
  }
}
