package survey.admin.export;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.selection.Problem;
import survey.admin.selection.RowsToCome;
import survey.admin.selection.Selection;
import survey.response.Causes;

/**
 * The page at {@code /admin/download}. Its filters live in its address, under the names that the
 * downloads' own addresses have; so each download is a plain link.
 */
@Named
@RequestScoped
public class DownloadPage {
  private static final Logger LOG = Logger.getLogger(DownloadPage.class.getName());
  private static final List<String> FIELDS = List.of("wave", "from", "to", "choice", "status");
  private static final String ADDRESS = "/admin/download";

  @Inject RowsToCome rows;
  @Inject Clock clock;

  private Query query;
  private Instant asOf;
  private long count;
  private boolean available = true;

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    query = Query.of(external.getRequestParameterValuesMap());
    asOf = clock.instant();
    if (isRefused()) {
      external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      count = rows.count(query.selection());
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the rows to come cannot be counted: {0}", Causes.describe(e));
      available = false;
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** Whether something is wrong with the filters. */
  public boolean isRefused() {
    return !query.problems().isEmpty();
  }

  public List<Problem> getProblems() {
    return query.problems();
  }

  /** What is wrong at a field; null if nothing is. */
  public Problem problem(String field) {
    return query.parameters().problem(field);
  }

  /** Whether the page has a field for a parameter. */
  public boolean asks(String parameter) {
    return FIELDS.contains(parameter);
  }

  /** What the address says of a field; empty if nothing. */
  public String value(String field) {
    return query.parameters().value(field);
  }

  /** Whether there is anything to go back from. */
  public boolean isFiltered() {
    return isRefused() || !query.selection().equals(Selection.ALL);
  }

  public List<Profile> getProfiles() {
    return List.of(Profile.values());
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return available;
  }

  /** What is asked for, unless the page is refused. */
  public Selection getSelection() {
    return query.selection();
  }

  public Profile getProfile() {
    return query.profile();
  }

  /** When the rows to come were counted. */
  public Instant getAsOf() {
    return asOf;
  }

  /** How many rows a download would have had then. */
  public long getCount() {
    return count;
  }

  /** This page's address for what is asked for, without the language. */
  public String getAddress() {
    return isRefused() ? ADDRESS : address(query.profile());
  }

  /** The page's address for the same responses in another profile. */
  public String address(Profile profile) {
    return address(ADDRESS, profile);
  }

  /** The address of a file of what is asked for. */
  public String file(String name) {
    return address("/admin/" + name, query.profile());
  }

  private String address(String path, Profile profile) {
    String filters = query.selection().query();
    String wanted = profile == Profile.SPREADSHEET ? "" : "profile=" + profile.code();
    String joint = filters.isEmpty() || wanted.isEmpty() ? "" : "&";
    String whole = filters + joint + wanted;
    return whole.isEmpty() ? path : path + "?" + whole;
  }
}
