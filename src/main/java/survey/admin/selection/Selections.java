package survey.admin.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import survey.questionnaire.Wave;
import survey.response.CommentPublication;
import survey.response.Status;

/** What pages can select by, and what was selected for a download that was noted. */
@Named
@ApplicationScoped
public class Selections {

  public List<Wave> getWaves() {
    return List.of(Wave.values());
  }

  /** The statuses that can be asked for: the withdrawn are in no list and no download. */
  public List<Status> getStatuses() {
    return Selection.ALL.statuses();
  }

  public List<CommentPublication> getPublications() {
    return List.of(CommentPublication.values());
  }

  /**
   * The selection of a download that was made once.
   *
   * @param query its filters as in its address
   * @return null if there is no such selection any longer
   */
  public Selection read(String query) {
    Map<String, String[]> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], new String[] {parts[1]});
      }
    }
    return new Parameters(parameters, Set.of("wave", "from", "to", "choice", "status")).selection();
  }
}
