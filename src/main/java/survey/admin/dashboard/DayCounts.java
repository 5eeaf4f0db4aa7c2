package survey.admin.dashboard;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import survey.admin.selection.Conditions;
import survey.questionnaire.Choice;

/** Reads the course of the LIVE wave: the closed days, and the rest of the cube. */
@ApplicationScoped
class DayCounts {
  /** So many closed days stand for themselves; those before are one. */
  static final int MOST = 60;

  private static final int FIRST_CHOICE = 5;

  @PersistenceContext EntityManager entityManager;

  /**
   * All days, which together are the total: closed ones, then what is open.
   *
   * @param choice only who chose it, among others; null for all
   * @param total of the same choice, as the cube counts it at the same moment
   * @param today in Japan
   */
  List<Day> read(Choice choice, Counts total, LocalDate today) {
    List<Day> days = new ArrayList<>();
    Counts open = choice == null ? total : withMentionsOf(choice, total);
    for (Object row : entityManager.createNativeQuery(query(choice)).getResultList()) {
      Object[] columns = (Object[]) row;
      Counts counts = counts(columns);
      days.add(
          new Day(
              LocalDate.parse((String) columns[0]),
              LocalDate.parse((String) columns[1]),
              counts,
              false));
      open = open.minus(counts);
    }
    LocalDate from = days.isEmpty() ? firstDay(today) : days.get(days.size() - 1).to().plusDays(1);
    // Another node's clock may be in tomorrow already.
    days.add(new Day(from, from.isAfter(today) ? from : today, open, true));
    return days;
  }

  /** Who chose a choice is known by day; what they chose besides is not. */
  private static Counts withMentionsOf(Choice choice, Counts total) {
    return new Counts(
        total.statuses(), Map.of(choice, total.mentions().get(choice)), total.primary());
  }

  private static String query(Choice choice) {
    String n = "daily_tally." + (choice == null ? "n" : Conditions.column(choice));
    String counts = "status in ('COUNTED', 'FLAGGED')";
    Stream<String> statuses =
        Stream.of("COUNTED", "FLAGGED", "EXCLUDED")
            .map(status -> sum("status = '" + status + "'", n));
    Stream<String> mentions =
        Stream.of(Choice.values())
            .map(
                each ->
                    choice == null || choice == each ? sum(counts, Conditions.column(each)) : "0");
    Stream<String> primary =
        Stream.of(Choice.values())
            .map(each -> sum(counts + " and primary_choice = '" + each + "'", n));
    return """
    select cast(min(closed_day.day) as char), cast(max(closed_day.day) as char), %s
    from closed_day
    join (select date_sub(max(day), interval %d day) last_joined from closed_day) cut
    left join daily_tally on daily_tally.day = closed_day.day and daily_tally.wave = 'LIVE'
    group by greatest(closed_day.day, cut.last_joined)
    order by 1
    """
        .formatted(
            Stream.of(statuses, mentions, primary).flatMap(part -> part).collect(joining(", ")),
            MOST);
  }

  private static String sum(String condition, String n) {
    return "coalesce(sum(case when %s then %s end), 0)".formatted(condition, n);
  }

  private static Counts counts(Object[] columns) {
    return new Counts(
        new StatusTally(
            Numbers.number(columns[2]), Numbers.number(columns[3]), Numbers.number(columns[4])),
        Numbers.byChoice(columns, FIRST_CHOICE),
        Numbers.byChoice(columns, FIRST_CHOICE + Choice.values().length));
  }

  /** The day of the first response; today before there is any. */
  private LocalDate firstDay(LocalDate today) {
    Object day =
        entityManager
            .createNativeQuery(
                "select cast(date(date_add(min(submitted_at), interval 9 hour)) as char) from response where wave = 'LIVE'")
            .getSingleResult();
    return day == null ? today : LocalDate.parse((String) day);
  }
}
