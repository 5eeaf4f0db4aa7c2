package survey.results;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The results as a page shows them, at {@code /results} and below one's receipt at {@code /thanks}.
 */
@Named
@RequestScoped
public class ResultsPage {
  private static final Logger LOG = Logger.getLogger(ResultsPage.class.getName());
  private static final int SERVICE_UNAVAILABLE = 503;

  @Inject Results results;

  private Summary summary;

  @PostConstruct
  void read() {
    try {
      summary = results.summary();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the results cannot be read", e);
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(SERVICE_UNAVAILABLE);
    }
  }

  /** The tallies of both waves; null while the database does not answer. */
  public Summary getSummary() {
    return summary;
  }
}
