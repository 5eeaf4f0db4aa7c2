package survey.admin.responses;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import survey.admin.selection.Parameters;
import survey.admin.selection.Problem;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;
import survey.response.Causes;
import survey.response.CommentPublication;
import survey.response.ExclusionReason;
import survey.response.Response;
import survey.response.Responses;
import survey.response.Status;

/**
 * The page at {@code /admin/responses}: a page of the responses that its address asks for, by
 * filters and by position.
 */
@Named
@RequestScoped
public class ResponsesPage {
  private static final Logger LOG = Logger.getLogger(ResponsesPage.class.getName());
  private static final int PAGE_SIZE = 50;
  private static final String ADDRESS = "/admin/responses";

  /** Those that other pages lead here with are told of elsewhere. */
  private static final Set<String> NAMES =
      Set.of(
          "wave",
          "from",
          "to",
          "choice",
          "status",
          "age",
          "gender",
          "occupation",
          "publication",
          "text",
          "after",
          "before",
          "lang",
          "decision",
          "done",
          "outdated",
          "impossible",
          "unconfirmed",
          "failed");

  @Inject Listing listing;
  @Inject Matches matches;
  @Inject Responses responses;

  private Map<String, String[]> values;
  private Parameters parameters;
  private Selection selection;
  private Position position;
  private boolean lost;
  private Long count;
  private long live;
  private Stretch stretch;
  private List<Row> rows;

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    values = external.getRequestParameterValuesMap();
    parameters = new Parameters(values, NAMES);
    selection = parameters.selection();
    if (isRefused()) {
      external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      find(Position.of(external.getRequestParameterMap()));
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the responses cannot be read: {0}", Causes.describe(e));
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void find(Position asked) {
    // Counted before they are read: what arrives in between is told of as new.
    live = matches.live();
    count = matches.count(selection);
    Optional<Key> place =
        asked == null || asked.id() == null ? Optional.empty() : listing.place(asked.id());
    lost = asked == null || (asked.id() != null && place.isEmpty());
    position = lost ? Position.FIRST : asked;
    Found found =
        isNothing()
            ? new Found(List.of(), null)
            : listing.find(selection, position.direction(), place.orElse(null), most());
    stretch = Stretch.of(found, position, PAGE_SIZE);
    List<Long> ids = stretch.keys().stream().map(Key::id).toList();
    Map<Long, Response> read =
        responses.find(ids).stream().collect(toMap(Response::getId, identity()));
    rows = ids.stream().map(id -> Row.of(read.get(id), selection.text())).toList();
  }

  private boolean isNothing() {
    return count != null && count == 0;
  }

  /** One more than are shown tells that there are more; no more are looked for than there are. */
  private int most() {
    return position.id() == null && count != null
        ? (int) Math.min(PAGE_SIZE + 1L, count)
        : PAGE_SIZE + 1;
  }

  /** Whether something is wrong with the filters. */
  public boolean isRefused() {
    return selection == null;
  }

  public List<Problem> getProblems() {
    return parameters.problems();
  }

  /** What is wrong at a field; null if nothing is. */
  public Problem problem(String field) {
    return getProblems().stream()
        .filter(problem -> problem.parameter().equals(field))
        .findFirst()
        .orElse(null);
  }

  /** What the address says of a field; empty if nothing. */
  public String value(String field) {
    return Optional.ofNullable(values.get(field)).map(all -> all[0]).orElse("");
  }

  /** Whether there is anything to go back from. */
  public boolean isFiltered() {
    return isRefused() || !selection.equals(Selection.ALL);
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return rows != null;
  }

  /** Whether the address names a response that there is none of. */
  public boolean isLost() {
    return lost;
  }

  /** How many match; null if that is not counted. */
  public Long getCount() {
    return count;
  }

  /** How many of the LIVE wave there were when this page was made. */
  public long getLive() {
    return live;
  }

  public List<Row> getRows() {
    return rows;
  }

  /** When the last response was submitted that was looked at; null unless the time was up. */
  public Instant getLookedUpTo() {
    return stretch.lookedUpTo() == null
        ? null
        : LocalDateTime.parse(stretch.lookedUpTo().moment().replace(' ', 'T'))
            .toInstant(ZoneOffset.UTC);
  }

  /** The address to look on from; null unless the time was up. */
  public String getOnwards() {
    return address(stretch.onwards());
  }

  /** The address of the page of newer responses; null if there is none. */
  public String getNewer() {
    return address(stretch.newer());
  }

  /** The address of the page of older responses; null if there is none. */
  public String getOlder() {
    return address(stretch.older());
  }

  /** The address of the first page. */
  public String getNewest() {
    return address(Position.FIRST);
  }

  /** The address of the last page. */
  public String getOldest() {
    return address(Position.LAST);
  }

  /** This page's own address, without the language. */
  public String getAddress() {
    return isAvailable() ? address(position) : ADDRESS;
  }

  private String address(Position there) {
    if (there == null) {
      return null;
    }
    String query =
        Stream.of(selection.query(), there.query())
            .filter(part -> !part.isEmpty())
            .reduce((filters, place) -> filters + "&" + place)
            .orElse("");
    return query.isEmpty() ? ADDRESS : ADDRESS + "?" + query;
  }

  public List<Wave> getWaves() {
    return List.of(Wave.values());
  }

  /** The statuses that can be asked for: the withdrawn are in no list. */
  public List<Status> getStatuses() {
    return Selection.ALL.statuses();
  }

  public List<CommentPublication> getPublications() {
    return List.of(CommentPublication.values());
  }

  public List<ExclusionReason> getReasons() {
    return List.of(ExclusionReason.values());
  }
}
