package survey.response;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The page at {@code /receipt}: shows one's own response. The code is posted, so that it stands in
 * no address; nothing changes by it, so the answer is the page itself.
 */
@Named
@RequestScoped
public class ReceiptPage {
  private static final int UNPROCESSABLE_CONTENT = 422;

  @Inject Responses responses;

  private String entered = "";
  private Response response;

  /** Looks the posted code up; run before the page is shown. */
  public void find() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      entered = external.getRequestParameterMap().getOrDefault("receipt", "");
      response = Receipt.parse(entered).flatMap(responses::find).orElse(null);
      if (response == null) {
        external.setResponseStatus(UNPROCESSABLE_CONTENT);
      }
    }
  }

  public String getEntered() {
    return entered;
  }

  /** Whether a code was posted that opens nothing. */
  public boolean isUnknown() {
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    return request.getMethod().equals("POST") && response == null;
  }

  /** The response that the code opens, or null. */
  public Response getResponse() {
    return response;
  }
}
