package survey.admin.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import survey.admin.selection.Selection;
import survey.questionnaire.Japan;
import survey.questionnaire.Wave;

/** Reads all figures of the dashboard in one transaction, so that they are of one moment. */
@ApplicationScoped
public class Dashboard {
  @Inject WaveCounts waveCounts;
  @Inject CrossTables crossTables;
  @Inject DayCounts dayCounts;
  @Inject Arrivals arrivals;

  /**
   * The figures as they stand.
   *
   * @param now decides what is today and this hour, in Japan
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  @Transactional
  public Figures read(View view, Instant now) {
    Selection selection = view.selection();
    Map<Wave, Counts> waves = waveCounts.read(selection);
    LocalDate today = LocalDate.ofInstant(now, Japan.ZONE);
    // Japan's clocks are whole hours from UTC's.
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    List<Day> days =
        view.isKnownByDay()
            ? dayCounts.read(selection.choice(), waves.get(Wave.LIVE), today)
            : null;
    boolean hasLive = selection.includes(Wave.LIVE);
    return new Figures(
        now,
        hour,
        waves,
        selection.includes(Wave.ORIGINAL) && view.isOfPublishedTotals()
            ? waveCounts.published()
            : null,
        crossTables.read(view, waves),
        days,
        hasLive ? arrivedOn(today, selection, days) : Arrived.NONE,
        hasLive ? arrivals.read(selection, hour, hour.plus(Duration.ofHours(1))) : Arrived.NONE);
  }

  private Arrived arrivedOn(LocalDate today, Selection selection, List<Day> days) {
    Day last = days == null ? null : days.get(days.size() - 1);
    if (last != null && !last.from().isBefore(today)) {
      return new Arrived(last.counts().statuses(), false);
    }
    return arrivals.read(
        selection,
        today.atStartOfDay(Japan.ZONE).toInstant(),
        today.plusDays(1).atStartOfDay(Japan.ZONE).toInstant());
  }
}
