package survey.response;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The page at {@code /receipt}: shows one's own response, corrects it, withdraws it. The code is
 * posted with every step, so that it stands in no address and no cookie; the answer to a post is
 * the page itself. The field {@code step} says what is wanted: {@code show} (or nothing), {@code
 * edit}, {@code correct}, {@code ask} whether to withdraw, {@code withdraw}; {@code version} says
 * which version of the response was looked at.
 */
@Named
@RequestScoped
public class ReceiptPage {
  private static final Logger LOG = Logger.getLogger(ReceiptPage.class.getName());
  private static final int UNPROCESSABLE_CONTENT = 422;
  private static final int TOO_MANY_REQUESTS = 429;

  /** What the page shows below its notice. */
  public enum View {
    /** A field for a code. */
    ENTRY,
    /** The response, with what can be done. */
    RESPONSE,
    /** The questions, to be answered anew. */
    QUESTIONS,
    /** The question whether to withdraw it. */
    WITHDRAWAL,
    /** That nothing is left of it. */
    WITHDRAWN
  }

  @Inject Responses responses;
  @Inject Corrections corrections;
  @Inject Guesses guesses;

  private String entered = "";
  private View view = View.ENTRY;
  private ReceiptNotice notice;
  private Response response;
  private FilledForm form = FilledForm.BLANK;

  /** Does what is posted; run before the page is shown. */
  public void serve() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (!request.getMethod().equals("POST")) {
      return;
    }
    Map<String, String> parameters = external.getRequestParameterMap();
    entered = parameters.getOrDefault("receipt", "");
    Duration wait = guesses.waitOf(request.getRemoteAddr());
    if (wait.compareTo(Duration.ZERO) > 0) {
      external.setResponseHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
      refuse(ReceiptNotice.LIMITED, TOO_MANY_REQUESTS);
      return;
    }
    try {
      Optional<Receipt> receipt = Receipt.parse(entered);
      response = receipt.flatMap(responses::find).orElse(null);
      if (response == null) {
        guesses.add(request.getRemoteAddr());
        refuse(ReceiptNotice.UNKNOWN, UNPROCESSABLE_CONTENT);
      } else {
        take(receipt.get(), parameters.getOrDefault("step", ""));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a receipt could not be served: {0}", Causes.describe(e));
      refuse(ReceiptNotice.UNAVAILABLE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void take(Receipt receipt, String step) {
    if (response.isWithdrawn()) {
      view = View.WITHDRAWN;
      return;
    }
    switch (step) {
      case "edit" -> {
        form = new FilledForm(Draft.of(response), List.of());
        view = View.QUESTIONS;
      }
      case "correct" -> correct(receipt);
      case "ask" -> view = View.WITHDRAWAL;
      case "withdraw" -> {
        corrections.withdraw(receipt);
        notice = ReceiptNotice.ERASED;
        view = View.WITHDRAWN;
      }
      default -> view = View.RESPONSE;
    }
  }

  private void correct(Receipt receipt) {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    form = FilledForm.checked(Draft.of(external.getRequestParameterValuesMap()));
    view = View.QUESTIONS;
    if (!form.problems().isEmpty()) {
      external.setResponseStatus(UNPROCESSABLE_CONTENT);
      return;
    }
    try {
      corrections.correct(receipt, version(external), form.draft());
      response = responses.find(receipt).orElseThrow();
      notice = ReceiptNotice.CORRECTED;
      view = View.RESPONSE;
    } catch (Outdated e) {
      response = responses.find(receipt).orElseThrow();
      view = response.isWithdrawn() ? View.WITHDRAWN : View.QUESTIONS;
      refuse(ReceiptNotice.OUTDATED, HttpServletResponse.SC_CONFLICT);
    }
  }

  /** The version that was looked at; one that there is none of where the form does not say. */
  private static int version(ExternalContext external) {
    String text = external.getRequestParameterMap().getOrDefault("version", "");
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  private void refuse(ReceiptNotice reason, int status) {
    notice = reason;
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
  }

  /** The code as it was typed. */
  public String getEntered() {
    return entered;
  }

  public View getView() {
    return view;
  }

  /** What is to be said first; null if nothing is. */
  public ReceiptNotice getNotice() {
    return notice;
  }

  /** Whether there is something to mend. */
  public boolean isRefused() {
    return (notice != null && !notice.isDone()) || !form.problems().isEmpty();
  }

  /** The response that the code opens, or null. */
  public Response getResponse() {
    return response;
  }

  /** The questions, with what it says or what was typed. */
  public FilledForm getForm() {
    return form;
  }
}
