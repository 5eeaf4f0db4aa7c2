package survey.results;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.Receipt;
import survey.response.Response;
import survey.response.Responses;

/**
 * The page at {@code /thanks}: the receipt code of a stored response, and one's own answers marked
 * in the results.
 */
@Named
@RequestScoped
public class ThanksPage {
  private static final Logger LOG = Logger.getLogger(ThanksPage.class.getName());

  @Inject Responses responses;

  private Optional<Receipt> receipt = Optional.empty();
  private Response response;
  private boolean unavailable;

  /** Looks the receipt up that the address carries; run before the page is shown. */
  public void find() {
    String code =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("receipt", "");
    receipt = Receipt.parse(code);
    try {
      response = receipt.flatMap(responses::find).orElse(null);
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "a response cannot be read: {0}", Causes.describe(e));
      unavailable = true;
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** The response of this receipt; null without one. */
  public Response getResponse() {
    return response;
  }

  /** The receipt code in groups of four. */
  public List<String> getReceiptGroups() {
    return receipt.map(Receipt::groups).orElse(List.of());
  }

  /** The message that heads the page: received, received before, or no receipt to show. */
  public String getHeading() {
    if (unavailable) {
      return "thanks.unavailable";
    }
    if (response == null) {
      return "thanks.none";
    }
    return response.isRepeated() ? "thanks.again" : "thanks";
  }
}
