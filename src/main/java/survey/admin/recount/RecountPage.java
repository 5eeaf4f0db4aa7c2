package survey.admin.recount;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.recount.LastRecount;
import survey.response.recount.Recounts;

/** What the dashboard says of the last recount. */
@Named
@RequestScoped
public class RecountPage {
  private static final Logger LOG = Logger.getLogger(RecountPage.class.getName());

  @Inject Recounts recounts;

  private LastRecount last;

  @PostConstruct
  void read() {
    try {
      last = recounts.last();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the last recount cannot be read: {0}", Causes.describe(e));
    }
  }

  /** The last one; null where the database does not answer. */
  public LastRecount getLast() {
    return last;
  }
}
