package survey.results;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/**
 * The results as a page shows them, at {@code /results} and below one's receipt at {@code /thanks}.
 */
@Named
@RequestScoped
public class ResultsPage {
  private static final Logger LOG = Logger.getLogger(ResultsPage.class.getName());

  @Inject Results results;

  private Summary summary;

  @PostConstruct
  void read() {
    try {
      summary = results.summary();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the results cannot be read: {0}", Causes.describe(e));
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** The tallies of both waves; null while the database does not answer. */
  public Summary getSummary() {
    return summary;
  }
}
