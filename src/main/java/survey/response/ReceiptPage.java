package survey.response;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The page at {@code /receipt}: shows one's own response. The code is posted, so that it stands in
 * no address; nothing changes by it, so the answer is the page itself.
 */
@Named
@RequestScoped
public class ReceiptPage {
  private static final Logger LOG = Logger.getLogger(ReceiptPage.class.getName());
  private static final int UNPROCESSABLE_CONTENT = 422;

  @Inject Responses responses;

  private String entered = "";
  private Response response;
  private boolean unknown;
  private boolean unavailable;

  /** Looks the posted code up; run before the page is shown. */
  public void find() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      entered = external.getRequestParameterMap().getOrDefault("receipt", "");
      try {
        response = Receipt.parse(entered).flatMap(responses::find).orElse(null);
        unknown = response == null;
      } catch (PersistenceException e) {
        LOG.log(Level.SEVERE, "a response could not be read: {0}", Causes.describe(e));
        unavailable = true;
      }
      if (response == null) {
        external.setResponseStatus(
            unknown ? UNPROCESSABLE_CONTENT : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    }
  }

  public String getEntered() {
    return entered;
  }

  /** Whether a code was posted that opens nothing. */
  public boolean isUnknown() {
    return unknown;
  }

  /** Whether the database did not answer. */
  public boolean isUnavailable() {
    return unavailable;
  }

  /** The response that the code opens, or null. */
  public Response getResponse() {
    return response;
  }
}
