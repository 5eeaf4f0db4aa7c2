package survey.admin.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import survey.admin.selection.Parameters;
import survey.questionnaire.Wave;
import survey.response.CommentPublication;
import survey.response.Response;
import survey.response.Responses;

/** Reads places among the comments from addresses. */
@ApplicationScoped
class ReviewPlaces {
  private static final String WRONG = "filter.problem.code";

  @Inject Responses responses;

  /**
   * The place that an address names; with problems if it is wrong.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  ReviewPlace read(Map<String, String[]> address) {
    Set<String> names = new HashSet<>(DecidedPage.PARAMETERS);
    names.addAll(Set.of("publication", "after", "at"));
    Parameters parameters = new Parameters(address, names);
    CommentPublication publication =
        parameters.read("publication", WRONG, ReviewPlaces::publication);
    Long after = parameters.read("after", WRONG, Parameters::id);
    Long at = parameters.read("at", WRONG, Parameters::id);
    Response begin = find("after", after, parameters);
    Response decided = find("at", at, parameters);
    return new ReviewPlace(
        publication == null ? ReviewPlace.STATES.get(0) : publication,
        begin,
        decided,
        parameters.problems());
  }

  private static Optional<CommentPublication> publication(String text) {
    return ReviewPlace.STATES.stream().filter(state -> state.name().equals(text)).findFirst();
  }

  /** One that was sent at some time, which is its place among the others. */
  private Response find(String name, Long id, Parameters parameters) {
    if (id == null) {
      return null;
    }
    Optional<Response> found =
        responses.find(List.of(id)).stream()
            .filter(response -> response.getWave() == Wave.LIVE)
            .findFirst();
    if (found.isEmpty()) {
      parameters.refuse(name, WRONG);
    }
    return found.orElse(null);
  }
}
