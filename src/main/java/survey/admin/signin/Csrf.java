package survey.admin.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What every form below {@code /admin/} sends along in its field {@code csrf}. */
@Named
@RequestScoped
public class Csrf {
  /** Empty where nobody is signed in. */
  public String getToken() {
    // Not an injected request: the container's own does not know whether the client came over TLS.
    Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
    return SignInCookie.read((HttpServletRequest) request).map(Token::csrf).orElse("");
  }
}
