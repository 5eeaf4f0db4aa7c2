package survey.results.course;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/** The section of the results page that shows the course of the LIVE wave. */
@Named
@RequestScoped
public class CoursePage {
  private static final Logger LOG = Logger.getLogger(CoursePage.class.getName());

  @Inject Courses courses;

  private List<Period> periods;

  @PostConstruct
  void read() {
    try {
      periods = Periods.drawn(courses.current().periods());
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the course cannot be read: {0}", Causes.describe(e));
    }
  }

  /**
   * The periods of the plot and its table, 60 at most; empty while too few have answered, null
   * while the database does not answer.
   */
  public List<Period> getPeriods() {
    return periods;
  }

  /** How many must have answered before there is a course. */
  public int getFewest() {
    return Periods.FEWEST;
  }

  public Plot getPlot() {
    return new Plot(periods);
  }
}
