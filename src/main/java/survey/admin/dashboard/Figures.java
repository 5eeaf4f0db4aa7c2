package survey.admin.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.questionnaire.Japan;
import survey.questionnaire.Wave;
import survey.results.Share;

/**
 * All figures of the dashboard, as they were at one moment.
 *
 * @param hour when this hour began
 * @param waves of those that are selected, in their order
 * @param published how many of the original wave chose each choice, among others; null where that
 *     is not known
 * @param crossTables of the same waves
 * @param days the course of the LIVE wave; null where that is not known
 * @param today who answered today in Japan
 * @param thisHour who answered since the full hour
 */
public record Figures(
    Instant asOf,
    Instant hour,
    Map<Wave, Counts> waves,
    Map<Choice, Share> published,
    Map<Wave, CrossTable> crossTables,
    List<Day> days,
    Arrived today,
    Arrived thisHour) {

  /** How many of a wave chose a choice, among others; null where that is not known. */
  public Share mention(Wave wave, Choice choice) {
    if (wave == Wave.LIVE) {
      return waves.get(wave).mention(choice);
    }
    return published == null ? null : published.get(choice);
  }

  /** The base of a wave's mentions; null where these are not known. */
  public Long mentionsBase(Wave wave) {
    Share share = mention(wave, Choice.STOP_BUSINESS);
    return share == null ? null : share.base();
  }

  /** Which of those waves that a measure is known of this one is, from 0 on. */
  public int place(Wave wave, boolean primary) {
    return (int)
        waves.keySet().stream()
            .takeWhile(before -> before != wave)
            .filter(before -> primary || mentionsBase(before) != null)
            .count();
  }

  /** A wave's counts; null if it is not selected. */
  public Counts counts(Wave wave) {
    return waves.get(wave);
  }

  /** A wave's cross-tabulation; null if it is not selected. */
  public CrossTable crossTable(Wave wave) {
    return crossTables.get(wave);
  }

  /** Which hour it is in Japan, 0 to 23. */
  public int hourOfDay() {
    return hour.atZone(Japan.ZONE).getHour();
  }
}
