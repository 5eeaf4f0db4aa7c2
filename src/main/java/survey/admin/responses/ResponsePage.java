package survey.admin.responses;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.audit.AuditEntry;
import survey.admin.audit.AuditLog;
import survey.admin.moderation.Detector;
import survey.admin.moderation.OfferedComment;
import survey.admin.moderation.Passage;
import survey.admin.moderation.Passages;
import survey.admin.selection.Parameters;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;
import survey.response.Causes;
import survey.response.Response;
import survey.response.Responses;
import survey.response.Status;

/**
 * The page at {@code /admin/response?id=}: all that is known of one response, and what can be
 * decided about it. {@code entries=} is the id that the entries of the audit log shown come before.
 */
@Named
@RequestScoped
public class ResponsePage {
  private static final Logger LOG = Logger.getLogger(ResponsePage.class.getName());
  private static final int ENTRIES = 20;

  @Inject Responses responses;
  @Inject Listing listing;
  @Inject AuditLog auditLog;

  private String asked;
  private boolean available = true;
  private Response response;
  private Long newer;
  private Long older;

  /** One more than are shown, where there are more. */
  private List<AuditEntry> entries;

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    Map<String, String> parameters = external.getRequestParameterMap();
    asked = parameters.getOrDefault("id", "").strip();
    try {
      // Japanese keyboards type full-width digits.
      Optional<Long> id = Parameters.id(Normalizer.normalize(asked, Normalizer.Form.NFKC));
      if (id.isPresent()) {
        find(id.get(), Parameters.id(parameters.getOrDefault("entries", "")));
      }
      if (response == null) {
        external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "a response cannot be read: {0}", Causes.describe(e));
      available = false;
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void find(long id, Optional<Long> before) {
    response = responses.find(List.of(id)).stream().findFirst().orElse(null);
    if (response != null) {
      newer = neighbour(Direction.BEFORE, id);
      older = neighbour(Direction.AFTER, id);
      entries = auditLog.about(id, before.orElse(Long.MAX_VALUE), ENTRIES + 1);
    }
  }

  private Long neighbour(Direction direction, long id) {
    Key place = listing.place(id).orElseThrow();
    return listing.find(Selection.ALL, direction, place, 1).keys().stream()
        .map(Key::id)
        .findFirst()
        .orElse(null);
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return available;
  }

  /** The number that the address names; empty if it names none. */
  public String getAsked() {
    return asked;
  }

  /** Null if there is no such response. */
  public Response getResponse() {
    return response;
  }

  /** Its comment, cut where something looks like personal data. */
  public List<Passage> getPassages() {
    return Passages.of(response.getComment());
  }

  /** What in its comment looks like personal data, each kind once. */
  public List<Detector> getKinds() {
    return new OfferedComment(response, response.getCommentBand()).kinds();
  }

  /** The id of the next newer response; null if there is none. */
  public Long getNewer() {
    return newer;
  }

  /** The id of the next older response; null if there is none. */
  public Long getOlder() {
    return older;
  }

  /** What was done about it, newest first. */
  public List<AuditEntry> getEntries() {
    return entries.subList(0, Math.min(ENTRIES, entries.size()));
  }

  /** The address of this page with the entries before those shown; null after the last. */
  public String getEarlier() {
    return entries.size() > ENTRIES
        ? getAddress() + "&entries=" + entries.get(ENTRIES - 1).getId()
        : null;
  }

  /** This page's own address, without the language. */
  public String getAddress() {
    return response == null ? "/admin/response" : "/admin/response?id=" + response.getId();
  }

  /** The address of the list that begins with this response. */
  public String getListed() {
    return "/admin/responses" + (newer == null ? "" : "?after=" + newer);
  }

  public boolean isOriginal() {
    return response.getWave() == Wave.ORIGINAL;
  }

  public boolean isWithdrawn() {
    return response.getStatus() == Status.WITHDRAWN;
  }
}
