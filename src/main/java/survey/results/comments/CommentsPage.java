package survey.results.comments;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.questionnaire.Choice;
import survey.response.Causes;

/**
 * The section of the results page that shows comments: {@code ?comments=} names the choice, {@code
 * after=} the place among the LIVE wave's. What an address says wrongly counts as not said.
 */
@Named
@RequestScoped
public class CommentsPage {
  private static final Logger LOG = Logger.getLogger(CommentsPage.class.getName());

  @Inject OriginalComments originalComments;
  @Inject LiveComments liveComments;

  private Choice choice;
  private Optional<CommentPlace> after;
  private LiveComments.Page live;

  @PostConstruct
  void read() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String asked = parameters.getOrDefault("comments", "");
    choice =
        Arrays.stream(Choice.values())
            .filter(candidate -> candidate.name().equals(asked))
            .findFirst()
            .orElse(Choice.STOP_BUSINESS);
    after = CommentPlace.parse(parameters.getOrDefault("after", ""));
    try {
      // The page asks for these later, when nobody would catch what goes wrong.
      originalComments.of(choice);
      live = liveComments.page(choice, after);
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the comments cannot be read: {0}", Causes.describe(e));
    }
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return live != null;
  }

  /** The choice whose comments are shown; the first one unless the address names another. */
  public Choice getChoice() {
    return choice;
  }

  /** How many of the original comments are listed under a choice. */
  public int count(Choice listed) {
    return originalComments.of(listed).size();
  }

  /** The original comments that are listed under the choice. */
  public List<OriginalComment> getOriginal() {
    return originalComments.of(choice);
  }

  /** A page of the LIVE wave's comments. */
  public List<LiveComment> getLive() {
    return live.comments();
  }

  /** The address of a choice's comments, without the language. */
  public String address(Choice listed) {
    return "/results?comments=" + listed;
  }

  /** The address of the next page; null after the last. */
  public String getNext() {
    return live.next().map(place -> address(choice) + "&after=" + place.code()).orElse(null);
  }

  /** Whether there are comments before these. */
  public boolean isContinued() {
    return after.isPresent();
  }
}
