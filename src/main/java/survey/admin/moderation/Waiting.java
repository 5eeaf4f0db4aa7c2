package survey.admin.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/** How many comments wait for a decision, for every page of the admins. */
@Named
@RequestScoped
public class Waiting {
  private static final Logger LOG = Logger.getLogger(Waiting.class.getName());

  @Inject OfferedComments comments;

  private int count;

  @PostConstruct
  void read() {
    try {
      count = comments.countWaiting();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "waiting comments cannot be counted: {0}", Causes.describe(e));
    }
  }

  /** Up to where they are counted; 0 also where the database does not answer. */
  public int getCount() {
    return count;
  }

  /** Whether there may be more than were counted. */
  public boolean isMany() {
    return count == OfferedComments.MANY;
  }
}
