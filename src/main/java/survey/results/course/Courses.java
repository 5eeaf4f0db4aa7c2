package survey.results.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import survey.questionnaire.Japan;

/** The course of the LIVE wave, kept for some seconds: looking at it again costs nothing. */
@ApplicationScoped
public class Courses {
  /** How old the course may be that a page shows. */
  static final Duration FRESH = Duration.ofSeconds(10);

  @Inject DayReader reader;
  @Inject Closing closing;
  @Inject Clock clock;

  private volatile Course latest;

  /**
   * The course as it stood some seconds ago at most. Days that could be closed are begun to be.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public Course current() {
    Instant now = clock.instant();
    Course kept = latest;
    if (kept == null || Duration.between(kept.asOf(), now).abs().compareTo(FRESH) >= 0) {
      LocalDate today = LocalDate.ofInstant(now, Japan.ZONE);
      Days days = reader.read(today);
      if (Closing.isDue(days.firstOpen(), now)) {
        closing.closeInBackground();
      }
      kept = new Course(now, Periods.published(days.until(today)));
      latest = kept;
    }
    return kept;
  }
}
