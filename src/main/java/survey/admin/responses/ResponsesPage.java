package survey.admin.responses;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import survey.admin.moderation.DecidedPage;
import survey.admin.selection.Parameters;
import survey.admin.selection.Problem;
import survey.admin.selection.Selection;
import survey.response.Causes;
import survey.response.Response;
import survey.response.Responses;

/**
 * The page at {@code /admin/responses}: a page of the responses that its address asks for, by
 * filters and by position.
 */
@Named
@RequestScoped
public class ResponsesPage {
  private static final Logger LOG = Logger.getLogger(ResponsesPage.class.getName());
  private static final int PAGE_SIZE = 50;

  private static final Set<String> NAMES =
      Stream.of(Parameters.OF_SELECTION, DecidedPage.PARAMETERS, Set.of("after", "before"))
          .flatMap(Set::stream)
          .collect(toUnmodifiableSet());

  @Inject Listing listing;
  @Inject Matches matches;
  @Inject Responses responses;

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
    parameters = new Parameters(external.getRequestParameterValuesMap(), NAMES);
    position = Position.read(parameters);
    selection = parameters.selection();
    if (isRefused()) {
      external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      find();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the responses cannot be read: {0}", Causes.describe(e));
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void find() {
    // Counted before they are read: what arrives in between is told of as new.
    live = matches.live();
    count = matches.count(selection);
    Optional<Key> place = position.id() == null ? Optional.empty() : listing.place(position.id());
    lost = position.id() != null && place.isEmpty();
    if (lost) {
      position = Position.FIRST;
    }
    Found found =
        isNothing()
            ? new Found(List.of(), null)
            : listing.find(selection, position.direction(), place.orElse(null), most());
    stretch = Stretch.of(found, position, PAGE_SIZE);
    List<Long> ids = stretch.keys().stream().map(Key::id).toList();
    Map<Long, Response> read =
        responses.find(ids).stream().collect(toMap(Response::getId, identity()));
    // One that was withdrawn for good in between is no more.
    rows =
        ids.stream()
            .map(read::get)
            .filter(Objects::nonNull)
            .map(response -> Row.of(response, selection.text()))
            .toList();
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
    return parameters.problem(field);
  }

  /** Whether the page has a field for a parameter. */
  public boolean asks(String parameter) {
    return Parameters.OF_SELECTION.contains(parameter);
  }

  /** What the address says of a field; empty if nothing. */
  public String value(String field) {
    return parameters.value(field);
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

  /** The addresses of the pages around this one. */
  public Around getAround() {
    return new Around(selection, stretch);
  }

  /** This page's own address, without the language. */
  public String getAddress() {
    return isAvailable() ? Around.address(selection, position) : Around.ADDRESS;
  }
}
