package survey.platform;

import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.PrimeFaces;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspResponseWriter;
import org.primefaces.csp.CspState;

/**
 * Lets the scripts run that PrimeFaces writes into admins' pages, and no others: each page has a
 * nonce of its own. PrimeFaces can do so itself, but only for all pages at once; respondents' have
 * no such scripts and keep the stricter policy of {@link Headers}.
 */
public class ScriptNonces extends FacesContextFactory {
  private static final String ADMINS = "/admin/";

  public ScriptNonces(FacesContextFactory wrapped) {
    super(wrapped);
  }

  @Override
  public FacesContext getFacesContext(
      Object application, Object request, Object response, Lifecycle lifecycle)
      throws FacesException {
    FacesContext context = getWrapped().getFacesContext(application, request, response, lifecycle);
    return context.getExternalContext().getRequestServletPath().startsWith(ADMINS)
        ? new WithNonces(context)
        : context;
  }

  private static final class WithNonces extends FacesContextWrapper {
    WithNonces(FacesContext wrapped) {
      super(wrapped);
      setCurrentInstance(this);
    }

    @Override
    public void setResponseWriter(ResponseWriter writer) {
      CspState state = PrimeFacesContext.getCspState(this);
      if (!state.isInitialized()) {
        state.setInitialized(true);
        announce(state.getNonce());
      }
      getWrapped()
          .setResponseWriter(
              writer instanceof CspResponseWriter ? writer : new CspResponseWriter(writer, state));
    }

    /** In the answer's header, and to PrimeFaces's own scripts. */
    private void announce(String nonce) {
      getExternalContext()
          .setResponseHeader(
              "Content-Security-Policy",
              Headers.POLICY
                  // Where PrimeFaces hides and places what it draws.
                  + "; style-src-attr 'unsafe-inline'; script-src 'self' 'nonce-"
                  + nonce
                  + "'");
      PrimeFaces.current().executeInitScript("PrimeFaces.csp.init('" + nonce + "')");
    }
  }
}
