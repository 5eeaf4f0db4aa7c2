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
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The form at {@code /}: shows itself, and takes what is posted to it.
 *
 * <p>The markup is a plain HTML form, not a Faces one: it has the field names, the address and the
 * lack of state that the contract asks for, and Faces renders it. A post that is not just what this
 * form sends is answered by the form with a message and everything typed; it never fails and never
 * silently does nothing.
 */
@Named
@RequestScoped
public class FormPage {
  /** A database that is away is cause for it as often as somebody sends. */
  private static final SeldomWarning NOT_STORED =
      new SeldomWarning(
          Logger.getLogger(FormPage.class.getName()),
          Level.SEVERE,
          Duration.ofSeconds(1),
          "a response could not be stored: ");

  private static final int UNPROCESSABLE_CONTENT = 422;
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject Reception reception;
  @Inject Suspicion suspicion;
  @Inject Floods floods;
  @Inject Origin origin;
  @Inject Clock clock;

  private Key key = Key.mint();
  private String opened = "";
  private String honeypot = "";
  private FilledForm form = FilledForm.BLANK;
  private boolean malformed;
  private boolean trouble;
  private boolean busy;

  /** Binds, validates, stores, redirects; run before the page is shown. */
  public void receive() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (!request.getMethod().equals("POST")) {
      return;
    }
    SentForm all = SentForm.of(external.getRequestParameterValuesMap());
    SentForm sent = origin.isOurs(request) ? all : all.fromElsewhere();
    show(sent);
    try {
      Optional<Receipt> receipt =
          isRefused() ? sent.key().flatMap(reception::repeat) : store(sent, external);
      receipt.ifPresentOrElse(
          code -> seeOther(external, code),
          () -> external.setResponseStatus(busy ? TOO_MANY_REQUESTS : UNPROCESSABLE_CONTENT));
    } catch (RuntimeException e) {
      NOT_STORED.give(clock.instant(), Causes.describe(e));
      trouble = true;
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void show(SentForm sent) {
    key = sent.key().orElse(key);
    opened = sent.opened();
    honeypot = sent.honeypot();
    form = FilledForm.checked(sent.draft());
    malformed = sent.isMalformed();
  }

  /** None if there are far too many from where it comes from. */
  private Optional<Receipt> store(SentForm sent, ExternalContext external) {
    String client = ((HttpServletRequest) external.getRequest()).getRemoteAddr();
    Floods.Verdict verdict = floods.add(client);
    if (verdict == Floods.Verdict.TOO_MANY) {
      busy = true;
      external.setResponseHeader("Retry-After", String.valueOf(MinuteCounts.MINUTE.toSeconds()));
      return reception.repeat(key);
    }
    boolean isNew = false;
    try {
      Status status = suspicion.judge(key, sent.opened(), sent.honeypot(), verdict);
      Received received = reception.receive(key, sent.draft(), status);
      isNew = received.isNew();
      return Optional.of(received.receipt());
    } finally {
      if (!isNew) {
        floods.takeBack(client);
      }
    }
  }

  /**
   * Redirects to an address without host: whatever stands in front of this server knows its own
   * name best.
   */
  private static void seeOther(ExternalContext external, Receipt receipt) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String language = faces.getViewRoot().getLocale().getLanguage();
    external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader(
        "Location",
        "/thanks?"
            + (language.equals("ja") ? "" : "lang=" + language + "&")
            + "receipt="
            + receipt.code());
    AnsweredCookie.set(external);
    faces.responseComplete();
  }

  public String getKey() {
    return key.text();
  }

  /** When this form was opened, for it to say so when it is sent. */
  public String getOpened() {
    return opened.isEmpty() ? suspicion.opening(key).text() : opened;
  }

  /** What stood in the field that no person sees. */
  public String getHoneypot() {
    return honeypot;
  }

  /** Whether this browser has sent a response before. */
  public boolean isAnswered() {
    return AnsweredCookie.isThere(FacesContext.getCurrentInstance().getExternalContext());
  }

  /** Whether far too many responses come from where this one does. */
  public boolean isBusy() {
    return busy;
  }

  /** The questions, with what was typed. */
  public FilledForm getForm() {
    return form;
  }

  /** Whether what was posted was not stored. */
  public boolean isRefused() {
    return malformed || trouble || busy || !form.problems().isEmpty();
  }

  /** Whether the post was not what this form sends. */
  public boolean isMalformed() {
    return malformed;
  }

  /** Whether the response could not be stored just now. */
  public boolean isTrouble() {
    return trouble;
  }
}
