package survey.response;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

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
  private static final Logger LOG = Logger.getLogger(FormPage.class.getName());
  private static final int UNPROCESSABLE_CONTENT = 422;
  private static final Set<String> FIELDS =
      Set.of(
          "choice",
          "primary",
          "age",
          "gender",
          "occupation",
          "comment",
          "comment_public",
          "key",
          "send",
          "lang",
          "answers");

  @Inject Reception reception;

  private Key key = Key.mint();
  private Draft draft = Draft.EMPTY;
  private List<Problem> problems = List.of();
  private boolean malformed;
  private boolean trouble;

  /** Binds, validates, stores, redirects; run before the page is shown. */
  public void receive() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    Map<String, String[]> parameters = external.getRequestParameterValuesMap();
    Optional<Key> sent = Key.parse(String.join(",", parameters.getOrDefault("key", new String[0])));
    draft = Draft.of(parameters);
    malformed =
        sent.isEmpty()
            || !parameters.containsKey("send")
            || !FIELDS.containsAll(parameters.keySet());
    problems = draft.problems();
    if (isFromElsewhere(external)) {
      // Whoever chose that key could ask for the receipt of whatever is sent with it.
      sent = Optional.empty();
      malformed = true;
    }
    key = sent.orElse(key);
    try {
      Optional<Receipt> receipt =
          malformed || !problems.isEmpty()
              ? sent.flatMap(reception::repeat)
              : Optional.of(reception.receive(key, draft));
      receipt.ifPresentOrElse(
          code -> seeOther(external, code),
          () -> external.setResponseStatus(UNPROCESSABLE_CONTENT));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a response could not be stored: {0}", Causes.describe(e));
      trouble = true;
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /**
   * Whether another site's page made the browser post this. Clients that are no browsers do not
   * say.
   */
  private static boolean isFromElsewhere(ExternalContext external) {
    String site = external.getRequestHeaderMap().get("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  /**
   * Redirects to an address without host: whatever stands in front of this server knows its own
   * name best.
   */
  private static void seeOther(ExternalContext external, Receipt receipt) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String language = faces.getViewRoot().getLocale().getLanguage();
    external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    external.setResponseHeader(
        "Location",
        "/thanks?"
            + (language.equals("ja") ? "" : "lang=" + language + "&")
            + "receipt="
            + receipt.code());
    faces.responseComplete();
  }

  public String getKey() {
    return key.text();
  }

  public Draft getDraft() {
    return draft;
  }

  /** What is wrong, in the form's order. */
  public List<Problem> getProblems() {
    return problems;
  }

  /** The problem at a field, or null. */
  public Problem problem(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .findFirst()
        .orElse(null);
  }

  /** The id of the input where a problem can be mended. */
  public String firstInput(Problem problem) {
    return switch (problem.field()) {
      case "choice" -> "choice-" + Choice.STOP_BUSINESS;
      case "primary" -> "primary-" + draft.choices().get(0);
      case "age" -> "age-" + AgeGroup.AGE_10S;
      case "gender" -> "gender-" + Gender.FEMALE;
      case "occupation" -> "occupation-" + Occupation.COMPANY_EMPLOYEE;
      default -> problem.field();
    };
  }

  /** Whether what was posted was not stored. */
  public boolean isRefused() {
    return malformed || trouble || !problems.isEmpty();
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
