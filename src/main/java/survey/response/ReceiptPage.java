package survey.response;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.retention.Retention;

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
  @Inject Retention retention;
  @Inject Clock clock;

  private String entered = "";
  private View view = View.ENTRY;
  private ReceiptNotice notice;
  private Response response;
  private FilledForm form = FilledForm.BLANK;
  private int version;

  /** Does what is posted; run before the page is shown. */
  public void serve() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (!request.getMethod().equals("POST")) {
      return;
    }
    Map<String, String> parameters = external.getRequestParameterMap();
    entered = parameters.getOrDefault("receipt", "");
    String step = parameters.getOrDefault("step", "");
    if (step.equals("correct")) {
      // Kept whatever comes of it: the browser would not find it again.
      form = new FilledForm(Draft.of(external.getRequestParameterValuesMap()), List.of());
      version = version(external);
      view = View.QUESTIONS;
    }
    Duration wait = guesses.waitOf(request.getRemoteAddr());
    if (wait.isZero()) {
      look(request.getRemoteAddr(), step);
    } else {
      delay(wait);
    }
  }

  private void look(String client, String step) {
    try {
      Optional<Receipt> receipt = Receipt.parse(entered);
      response = receipt.flatMap(responses::find).orElse(null);
      if (response == null) {
        view = View.ENTRY;
        refuse(
            entered.isBlank() ? ReceiptNotice.MISSING : ReceiptNotice.UNKNOWN,
            UNPROCESSABLE_CONTENT);
        receipt
            .map(wrong -> guesses.add(client))
            .filter(wait -> !wait.isZero())
            .ifPresent(this::delay);
      } else {
        take(receipt.get(), step);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a receipt could not be served: {0}", Causes.describe(e));
      refuse(ReceiptNotice.UNAVAILABLE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void delay(Duration wait) {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .setResponseHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
    refuse(ReceiptNotice.LIMITED, TOO_MANY_REQUESTS);
  }

  private void take(Receipt receipt, String step) {
    if (response.isWithdrawn()) {
      view = View.WITHDRAWN;
      return;
    }
    switch (step) {
      case "edit" -> {
        form = new FilledForm(Draft.of(response), List.of());
        version = response.getVersion();
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
    form = FilledForm.checked(form.draft(), !isCommentExpired());
    if (!form.problems().isEmpty()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(UNPROCESSABLE_CONTENT);
      return;
    }
    if (corrections.areTooMany(response.getId())) {
      refuse(ReceiptNotice.TOO_OFTEN, TOO_MANY_REQUESTS);
      return;
    }
    try {
      corrections.correct(receipt, version, form.draft());
      response = responses.find(receipt).orElseThrow();
      notice = ReceiptNotice.CORRECTED;
      view = View.RESPONSE;
    } catch (Outdated e) {
      response = responses.find(receipt).orElseThrow();
      version = response.getVersion();
      view = response.isWithdrawn() ? View.WITHDRAWN : View.QUESTIONS;
      refuse(ReceiptNotice.OUTDATED, HttpServletResponse.SC_CONFLICT);
    }
  }

  /** Whether the response's comment is not kept any longer, nor would another be. */
  public boolean isCommentExpired() {
    return retention.isOver(response.getSubmittedAt(), clock.instant());
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

  /** Which version of the response the questions are to replace: the one that was looked at. */
  public int getVersion() {
    return version;
  }

  /** The questions, with what it says or what was typed. */
  public FilledForm getForm() {
    return form;
  }
}
