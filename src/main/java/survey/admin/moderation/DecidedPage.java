package survey.admin.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import survey.admin.audit.AuditLog;
import survey.response.Causes;
import survey.response.Response;
import survey.response.Responses;

/**
 * What became of the decision that an admin comes back from, as the address tells, on whatever page
 * it was made. Anybody can make up an address, so it is believed only as far as it is seen to be
 * so: what it claims to be done is told where it was the last that this account did to the
 * responses.
 */
@Named
@RequestScoped
public class DecidedPage {
  /** What addresses that admins are led back to have besides the page's own parameters. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "decision", "done", "already", "outdated", "unconfirmed", "impossible", "failed", "lang");

  private static final Logger LOG = Logger.getLogger(DecidedPage.class.getName());
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  @Inject Responses responses;
  @Inject AuditLog auditLog;

  private Decision decision;
  private final Map<Outcome, List<Response>> outcomes = new EnumMap<>(Outcome.class);
  private List<Response> done = List.of();
  private List<OfferedComment> unconfirmed = List.of();

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    Map<String, String> parameters = external.getRequestParameterMap();
    decision = Decision.of(parameters.getOrDefault("decision", "")).orElse(null);
    if (decision == null) {
      return;
    }
    try {
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, find(parameters.getOrDefault(outcome.parameter(), "")));
      }
      done = wereDoneBy(external.getRemoteUser());
      unconfirmed = toBeConfirmed();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "what was decided cannot be read: {0}", Causes.describe(e));
    }
  }

  private List<Response> find(String ids) {
    return responses.find(ids(ids));
  }

  private List<Response> told(Outcome outcome) {
    return outcomes.getOrDefault(outcome, List.of());
  }

  private List<Response> wereDoneBy(String account) {
    return told(Outcome.DONE).stream()
        .filter(decision::isSoOf)
        .filter(response -> auditLog.isLastBy(account, decision.action(), response.getId()))
        .toList();
  }

  private List<OfferedComment> toBeConfirmed() {
    return told(Outcome.UNCONFIRMED).stream()
        .filter(response -> decision == Decision.APPROVE && response.isApprovable())
        .map(response -> new OfferedComment(response, null))
        .filter(comment -> !comment.kinds().isEmpty())
        .toList();
  }

  private List<Long> idsOf(Outcome outcome) {
    return told(outcome).stream().map(Response::getId).toList();
  }

  private static List<Long> ids(String text) {
    return ID.matcher(text)
        .results()
        .map(MatchResult::group)
        .limit(DecisionServlet.MOST)
        .map(Long::valueOf)
        .toList();
  }

  /** The decision; null if the address tells of none. */
  public Decision getDecision() {
    return decision;
  }

  /** The responses that are as it was decided. */
  public List<Response> getDone() {
    return done;
  }

  /** The decision that takes this one back; null if none does. */
  public Decision getOpposite() {
    return decision.opposite().orElse(null);
  }

  /** Those whose comments seem to hold personal data, to be asked about. */
  public List<OfferedComment> getUnconfirmed() {
    return unconfirmed;
  }

  /** The ids of responses that somebody else had decided the same about first. */
  public List<Long> getAlready() {
    return idsOf(Outcome.ALREADY);
  }

  /** The ids of responses that were changed by somebody else first. */
  public List<Long> getOutdated() {
    return idsOf(Outcome.OUTDATED);
  }

  /** The ids of responses that it is no decision for. */
  public List<Long> getImpossible() {
    return idsOf(Outcome.IMPOSSIBLE);
  }

  /** The ids of responses whose change could not be stored. */
  public List<Long> getFailed() {
    return idsOf(Outcome.FAILED);
  }
}
