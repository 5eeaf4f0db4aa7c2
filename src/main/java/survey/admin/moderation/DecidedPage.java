package survey.admin.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
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
import survey.response.Causes;
import survey.response.Response;
import survey.response.Responses;

/**
 * What became of the decision that an admin comes back from, as the address tells, on whatever page
 * it was made. What it claims to be done is told only where the responses are so by now.
 */
@Named
@RequestScoped
public class DecidedPage {
  /** What addresses that admins are led back to have besides the page's own parameters. */
  public static final Set<String> PARAMETERS =
      Set.of("decision", "done", "outdated", "unconfirmed", "impossible", "failed", "lang");

  private static final Logger LOG = Logger.getLogger(DecidedPage.class.getName());
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  @Inject Responses responses;

  private Decision decision;
  private final Map<Outcome, List<Long>> outcomes = new EnumMap<>(Outcome.class);
  private List<Response> done = List.of();
  private List<OfferedComment> unconfirmed = List.of();

  @PostConstruct
  void read() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    decision = Decision.of(parameters.getOrDefault("decision", "")).orElse(null);
    for (Outcome outcome : Outcome.values()) {
      String told = decision == null ? "" : parameters.getOrDefault(outcome.parameter(), "");
      outcomes.put(outcome, ids(told));
    }
    try {
      done = find(Outcome.DONE).stream().filter(response -> decision.isSoOf(response)).toList();
      unconfirmed =
          find(Outcome.UNCONFIRMED).stream()
              .filter(response -> response.getComment() != null)
              .filter(response -> !decision.isSoOf(response))
              .map(response -> new OfferedComment(response, null))
              .toList();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "what was decided cannot be read: {0}", Causes.describe(e));
    }
  }

  private static List<Long> ids(String text) {
    return ID.matcher(text)
        .results()
        .map(MatchResult::group)
        .limit(DecisionServlet.MOST)
        .map(Long::valueOf)
        .toList();
  }

  private List<Response> find(Outcome outcome) {
    return responses.find(outcomes.get(outcome));
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

  /** The ids of responses that were changed by somebody else first. */
  public List<Long> getOutdated() {
    return outcomes.get(Outcome.OUTDATED);
  }

  /** The ids of responses that it is no decision for. */
  public List<Long> getImpossible() {
    return outcomes.get(Outcome.IMPOSSIBLE);
  }

  /** The ids of responses whose change could not be stored. */
  public List<Long> getFailed() {
    return outcomes.get(Outcome.FAILED);
  }
}
