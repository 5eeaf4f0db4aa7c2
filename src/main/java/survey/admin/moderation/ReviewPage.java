package survey.admin.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.selection.Problem;
import survey.questionnaire.AgeBand;
import survey.response.Causes;
import survey.response.CommentPublication;
import survey.response.Response;
import survey.results.comments.BandRule;
import survey.results.crosstab.CrossTabulations;

/**
 * The page at {@code /admin/comments}: comments that wait for a decision, or that were decided
 * about. Its address is {@link ReviewPlace}'s.
 */
@Named
@RequestScoped
public class ReviewPage {
  private static final Logger LOG = Logger.getLogger(ReviewPage.class.getName());
  private static final int PAGE_SIZE = 20;

  @Inject OfferedComments offered;
  @Inject ReviewPlaces places;
  @Inject CrossTabulations crossTabulations;

  private ReviewPlace place;
  private List<OfferedComment> comments;
  private boolean hasMore;
  private final Map<AgeBand, Boolean> published = new EnumMap<>(AgeBand.class);

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      place = places.read(external.getRequestParameterValuesMap());
      if (isRefused()) {
        external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
      List<Response> found = offered.some(place.publication(), place.after(), PAGE_SIZE + 1);
      hasMore = found.size() > PAGE_SIZE;
      comments =
          found.stream()
              .limit(PAGE_SIZE)
              .map(response -> new OfferedComment(response, band(response)))
              .toList();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the comments cannot be read: {0}", Causes.describe(e));
      external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** What is public of the age, or would be if the comment were approved now. */
  private AgeBand band(Response response) {
    return response.getCommentPublic() == CommentPublication.APPROVED
        ? response.getCommentBand()
        : BandRule.shownFor(response.getAgeGroup(), this::isPublished).orElse(null);
  }

  private boolean isPublished(AgeBand band) {
    return published.computeIfAbsent(band, crossTabulations::isPublished);
  }

  /** Whether something is wrong with the address. */
  public boolean isRefused() {
    return place != null && !place.problems().isEmpty();
  }

  public List<Problem> getProblems() {
    return place.problems();
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return comments != null;
  }

  /** The states that the page can show. */
  public List<CommentPublication> getStates() {
    return ReviewPlace.STATES;
  }

  /** The state of all that are shown. */
  public CommentPublication getPublication() {
    return place.publication();
  }

  public List<OfferedComment> getComments() {
    return comments;
  }

  /** Whether this page has any that "select all" selects: those that nothing is pointed out in. */
  public boolean isSelectable() {
    return comments.stream().anyMatch(comment -> comment.kinds().isEmpty());
  }

  /** The id of the comment to go on with; null if nothing was decided, or none is left. */
  public Long getNext() {
    if (place.at() == null) {
      return null;
    }
    Comparator<Response> order =
        Comparator.comparing(Response::getSubmittedAt).thenComparing(Response::getId);
    Comparator<Response> shown =
        place.publication() == CommentPublication.REQUESTED ? order : order.reversed();
    return comments.stream()
        .map(OfferedComment::response)
        .filter(response -> shown.compare(response, place.at()) >= 0)
        .findFirst()
        .or(() -> comments.stream().map(OfferedComment::response).reduce((one, next) -> next))
        .map(Response::getId)
        .orElse(null);
  }

  /** Whether there are comments before these. */
  public boolean isContinued() {
    return place.after() != null;
  }

  /** The address of the first page of those in some state. */
  public String first(CommentPublication state) {
    return ReviewPlace.first(state);
  }

  /** The address of the page after this one; null after the last. */
  public String getMore() {
    return hasMore ? place.after(comments.get(PAGE_SIZE - 1).response().getId()) : null;
  }

  /** This page's own address, without the language. */
  public String getAddress() {
    return place == null ? ReviewPlace.ADDRESS : place.address();
  }

  /** The same, for who comes back from taking the last decision back. */
  public String getBack() {
    return place.at() == null ? place.address() : at(place.at());
  }

  /** This page's own address, for who comes back from a decision about a response. */
  public String at(Response decided) {
    return place.at(decided.getId());
  }
}
