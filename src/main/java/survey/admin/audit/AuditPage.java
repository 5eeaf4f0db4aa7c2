package survey.admin.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.selection.Parameters;
import survey.response.Causes;

/**
 * The page at {@code /admin/audit}: {@code ?kind=} narrows the log, {@code before=} is the id of
 * the entry that the page begins after. What an address says wrongly counts as not said.
 */
@Named
@RequestScoped
public class AuditPage {
  private static final Logger LOG = Logger.getLogger(AuditPage.class.getName());
  private static final int PAGE_SIZE = 50;
  private static final long NEWEST = Long.MAX_VALUE;
  private static final String ADDRESS = "/admin/audit";

  @Inject AuditLog log;

  private Kind kind;
  private long before;

  /** One more than are shown, where there are more. */
  private List<AuditEntry> found;

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    Map<String, String> parameters = external.getRequestParameterMap();
    String asked = parameters.getOrDefault("kind", "");
    kind = getKinds().stream().filter(known -> known.name().equals(asked)).findFirst().orElse(null);
    before = Parameters.id(parameters.getOrDefault("before", "")).orElse(NEWEST);
    try {
      found = log.newest(kind, before, PAGE_SIZE + 1);
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the audit log cannot be read: {0}", Causes.describe(e));
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return found != null;
  }

  public List<Kind> getKinds() {
    return List.of(Kind.values());
  }

  /** The only kind that is shown; null if all are. */
  public Kind getKind() {
    return kind;
  }

  /** Whether newer entries may have been left out. */
  public boolean isContinued() {
    return before != NEWEST;
  }

  /** A page of entries, newest first. */
  public List<AuditEntry> getEntries() {
    return found.subList(0, Math.min(PAGE_SIZE, found.size()));
  }

  /** The address of the log's newest entries, of one kind or, for null, of all; no language. */
  public String newest(Kind only) {
    return only == null ? ADDRESS : ADDRESS + "?kind=" + only;
  }

  /** The address of the page of older entries; null after the last. */
  public String getOlder() {
    return isAvailable() && found.size() > PAGE_SIZE
        ? from(found.get(PAGE_SIZE - 1).getId())
        : null;
  }

  /** This page's own address, without the language. */
  public String getAddress() {
    return isContinued() ? from(before) : newest(kind);
  }

  private String from(long id) {
    return newest(kind) + (kind == null ? "?" : "&") + "before=" + id;
  }
}
