package survey.admin.dashboard;

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
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.audit.AuditEntry;
import survey.admin.audit.AuditLog;
import survey.admin.selection.Parameters;
import survey.admin.selection.Problem;
import survey.response.Causes;
import survey.results.course.Courses;

/**
 * The page at {@code /admin/}: how the survey stands, and what was done last. Its filters and the
 * variables of its cross-tabulation live in its address.
 */
@Named
@RequestScoped
public class DashboardPage {
  private static final Logger LOG = Logger.getLogger(DashboardPage.class.getName());
  private static final List<String> FIELDS =
      List.of("wave", "choice", "age", "gender", "occupation", "rows", "columns");
  private static final Set<String> NAMES =
      Set.of("wave", "choice", "age", "gender", "occupation", "rows", "columns", "lang");
  private static final String ADDRESS = "/admin/";
  private static final int LATEST = 8;

  @Inject Dashboard dashboard;
  @Inject AuditLog log;
  @Inject Courses courses;
  @Inject Clock clock;

  private Parameters parameters;
  private View view;
  private Instant asOf;
  private Figures figures;
  private List<AuditEntry> latest;

  @PostConstruct
  void read() {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext external = context.getExternalContext();
    // No chart has an axis of moments, which is all that PrimeFaces loads this for.
    context
        .getApplication()
        .getResourceHandler()
        .markResourceRendered(context, "moment/moment.js", "primefaces");
    parameters = new Parameters(external.getRequestParameterValuesMap(), NAMES);
    parameters.read("lang", "filter.problem.code", Optional::of);
    view = View.read(parameters);
    asOf = clock.instant();
    if (isRefused()) {
      external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      // Days that are over are closed when somebody looks, here as on the public page.
      courses.current();
      latest = log.newest(null, Long.MAX_VALUE, LATEST);
      figures = dashboard.read(view, asOf);
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the dashboard cannot be read: {0}", Causes.describe(e));
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** Whether something is wrong with the address. */
  public boolean isRefused() {
    return view == null;
  }

  public List<Problem> getProblems() {
    return parameters.problems();
  }

  /** What is wrong at a field; null if nothing is. */
  public Problem problem(String field) {
    return parameters.problem(field);
  }

  /** Whether the page has a field for a parameter. */
  public boolean asks(String parameter) {
    return FIELDS.contains(parameter);
  }

  /** What stands at a field: what the address says, or else what goes without saying. */
  public String value(String field) {
    return Optional.of(parameters.value(field))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(view).flatMap(shown -> shown.value(field)))
        .orElse("");
  }

  /** Whether there is anything to go back from. */
  public boolean isFiltered() {
    return isRefused() || !view.selection().equals(View.DEFAULT.selection());
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return figures != null;
  }

  public List<Variable> getVariables() {
    return List.of(Variable.values());
  }

  /** What is asked for, unless the page is refused. */
  public View getView() {
    return view;
  }

  /** When the page was made. */
  public Instant getAsOf() {
    return asOf;
  }

  /** Null where there are none. */
  public Figures getFigures() {
    return figures;
  }

  /** The figures as charts. */
  public Charts getCharts() {
    return new Charts(view, figures, FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  /** What was done last, newest first. */
  public List<AuditEntry> getLatest() {
    return latest;
  }

  /** This page's address for what is asked for, without the language. */
  public String getAddress() {
    return isRefused() ? ADDRESS : address(ADDRESS, view.query());
  }

  /** The page's address without filters. */
  public String getUnfiltered() {
    return isRefused() ? ADDRESS : address(ADDRESS, view.withoutFilters().query());
  }

  /** The address of the list of the responses that are counted here. */
  public String getResponses() {
    return address("/admin/responses", view.selection().query());
  }

  /** The address of the download, with those of the filters that it knows. */
  public String getDownload() {
    return address("/admin/download", view.downloadQuery());
  }

  private static String address(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
