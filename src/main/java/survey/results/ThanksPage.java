package survey.results;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.Guesses;
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

  private static final int TOO_MANY_REQUESTS = 429;

  @Inject Responses responses;
  @Inject Guesses guesses;

  private Optional<Receipt> receipt = Optional.empty();
  private Response response;
  private boolean limited;
  private boolean unavailable;

  /** Looks the receipt up that the address carries; run before the page is shown. */
  public void find() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String client = ((HttpServletRequest) external.getRequest()).getRemoteAddr();
    receipt = Receipt.parse(external.getRequestParameterMap().getOrDefault("receipt", ""));
    Duration wait = receipt.isPresent() ? guesses.waitOf(client) : Duration.ZERO;
    limited = !wait.isZero();
    try {
      response = receipt.filter(any -> !limited).flatMap(responses::find).orElse(null);
      if (receipt.isPresent() && response == null && !limited) {
        wait = guesses.add(client);
      }
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "a response cannot be read: {0}", Causes.describe(e));
      unavailable = true;
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    if (!wait.isZero()) {
      external.setResponseHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
      external.setResponseStatus(TOO_MANY_REQUESTS);
    }
  }

  /** The response of this receipt; null without one. */
  public Response getResponse() {
    return response;
  }

  /**
   * The receipt code in groups of four: one that opens a response, and one that could not be looked
   * up, for nobody to lose it. Else empty.
   */
  public List<String> getReceiptGroups() {
    boolean isShown = limited || unavailable || (response != null && !response.isWithdrawn());
    return receipt.filter(any -> isShown).map(Receipt::groups).orElse(List.of());
  }

  /** The message that heads the page: received, received before, withdrawn, or nothing to show. */
  public String getHeading() {
    if (unavailable) {
      return "thanks.unavailable";
    }
    if (limited) {
      return "thanks.limited";
    }
    if (response == null) {
      return "thanks.none";
    }
    if (response.isWithdrawn()) {
      return "thanks.withdrawn";
    }
    return response.isRepeated() ? "thanks.again" : "thanks";
  }
}
