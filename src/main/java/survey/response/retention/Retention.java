package survey.response.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import survey.questionnaire.Japan;

/** For how long comments are kept, as the operator has it. */
@Named
@ApplicationScoped
public class Retention {
  private final int days;

  /**
   * @param days how many days after the day of sending a comment is still kept; 0 for as long as
   *     the survey
   */
  @Inject
  Retention(@ConfigProperty(name = "survey.comment.retention", defaultValue = "730") int days) {
    this.days = days;
  }

  /** For the container's proxy. */
  protected Retention() {
    this(0);
  }

  /** Whether comments are erased at all. */
  public boolean isLimited() {
    return days > 0;
  }

  /** How many days after the day of sending a comment is still kept; 0: no limit. */
  public int getDays() {
    return days;
  }

  /** Whether a comment that was sent at this moment is not kept any longer. */
  public boolean isOver(Instant sentAt, Instant now) {
    return lastExpiredDay(now)
        .filter(day -> !LocalDate.ofInstant(sentAt, Japan.ZONE).isAfter(day))
        .isPresent();
  }

  /** The last day of sending whose comments are not kept any longer; none without a limit. */
  Optional<LocalDate> lastExpiredDay(Instant now) {
    return isLimited()
        ? Optional.of(LocalDate.ofInstant(now, Japan.ZONE).minusDays(days + 1L))
        : Optional.empty();
  }
}
