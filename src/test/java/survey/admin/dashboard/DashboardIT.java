package survey.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.Numbers;
import survey.ShippedWar;
import survey.admin.selection.Selection;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;
import survey.questionnaire.Wave;
import survey.results.Share;

/**
 * Every figure of the dashboard against a recount of the rows, in a transaction that never ends.
 */
@InContainer
class DashboardIT {
  /** 14:30 in Japan, on the day of the last responses. */
  private static final Instant NOW = Instant.parse("2019-03-04T05:30:00Z");

  private static final LocalDate TODAY = LocalDate.of(2019, 3, 4);

  @Inject Dashboard dashboard;
  @Inject Arrivals arrivals;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  /** Four days with a response every quarter of an hour; the first three are closed. */
  @BeforeEach
  void fill() throws Exception {
    transaction.begin();
    tell("delete from daily_tally");
    tell("delete from closed_day");
    tell("delete from tally where wave = 'LIVE'");
    tell("delete from response where wave = 'LIVE'");
    tell(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment_public, status, key_hash, receipt_hash)
        select 'LIVE', date_add('2019-02-28 15:00:00', interval seq * 15 minute),
               seq % 7 > 0 and seq % 3 <> 0, seq % 7 > 0 and seq % 3 = 0, seq % 7 > 0 and seq % 2, seq % 7 = 0,
               case when seq % 7 = 0 then 'NOT_BOTHERED' when seq % 3 = 0 then 'COMPLAIN' else 'STOP_BUSINESS' end,
               elt(1 + seq % 9, 'AGE_10S', 'AGE_20S', 'AGE_30S', 'AGE_40S', 'AGE_50S', 'AGE_60S', 'AGE_70S', 'AGE_80_PLUS', 'NO_ANSWER'),
               elt(1 + seq % 4, 'FEMALE', 'MALE', 'OTHER', 'NO_ANSWER'),
               elt(1 + seq % 11, 'COMPANY_EMPLOYEE', 'PUBLIC_SERVANT', 'SELF_EMPLOYED', 'FREELANCE', 'CONTRACT_OR_TEMPORARY',
                   'PART_TIME', 'HOMEMAKER', 'STUDENT', 'NOT_EMPLOYED', 'OTHER', 'NO_ANSWER'),
               'NO', elt(1 + seq % 5, 'COUNTED', 'FLAGGED', 'EXCLUDED', 'COUNTED', 'COUNTED'),
               unhex(sha2(concat('k', seq), 256)), unhex(sha2(concat('r', seq), 256))
        from"""
            + Numbers.between(0, 383));
    tell(
        """
        insert into response (wave, submitted_at, comment_public, status, key_hash, receipt_hash)
        values ('LIVE', '2019-03-04 05:10:00', 'NO', 'WITHDRAWN', unhex(sha2('kw', 256)), unhex(sha2('rw', 256)))
        """);
    tell(
        """
        insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                           primary_choice, age_group, gender, occupation, n)
        select wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
               primary_choice, age_group, gender, occupation, count(*)
        from response where wave = 'LIVE' and status <> 'WITHDRAWN' group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        """);
    close("2019-03-01", "2019-03-02", "2019-03-03");
  }

  private void close(String... days) {
    for (String day : days) {
      tell("insert into closed_day (day) values ('" + day + "')");
      tell(
          """
          insert into daily_tally (wave, day, status, primary_choice, n,
                                   stop_business, complain, forgive_if_apologised, not_bothered)
          select wave, '%1$s', status, primary_choice, count(*),
                 sum(stop_business), sum(complain), sum(forgive_if_apologised), sum(not_bothered)
          from response
          where wave = 'LIVE' and status <> 'WITHDRAWN' and date(submitted_at + interval 9 hour) = '%1$s'
          group by wave, status, primary_choice
          """
              .formatted(day));
    }
  }

  @AfterEach
  void forget() throws Exception {
    transaction.rollback();
  }

  private void tell(String change) {
    entityManager.joinTransaction();
    entityManager.createNativeQuery(change).executeUpdate();
  }

  private long ask(String condition) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "select count(*) from response where status <> 'WITHDRAWN' and " + condition)
                .getSingleResult())
        .longValue();
  }

  private static List<Selection> selections() {
    List<Selection> selections = new ArrayList<>();
    for (Wave wave : withNull(List.of(Wave.LIVE, Wave.ORIGINAL))) {
      for (Choice choice : withNull(List.of(Choice.values()))) {
        for (AgeGroup age : withNull(List.of(AgeGroup.AGE_30S, AgeGroup.NO_ANSWER))) {
          for (Gender gender : withNull(List.of(Gender.FEMALE, Gender.OTHER))) {
            for (Occupation occupation : withNull(List.of(Occupation.STUDENT))) {
              selections.add(
                  new Selection(
                      wave, null, null, choice, null, age, gender, occupation, null, null));
            }
          }
        }
      }
    }
    return selections;
  }

  private static <E> List<E> withNull(List<E> codes) {
    List<E> all = new ArrayList<>(codes);
    all.add(null);
    return all;
  }

  private static String of(Selection selection) {
    return (selection.choice() == null ? "true" : selection.choice() + " = 1")
        + equal("age_group", selection.age())
        + equal("gender", selection.gender())
        + equal("occupation", selection.occupation());
  }

  private static String equal(String column, Object code) {
    return code == null ? "" : " and " + column + " = '" + code + "'";
  }

  private static View view(Selection selection) {
    return new View(selection, Variable.AGE, Variable.CHOICE);
  }

  @Test
  void countsEveryWaveAndStatusAndBothMeasuresForEveryFilter() {
    for (Selection selection : selections()) {
      Figures figures = dashboard.read(view(selection), NOW);
      assertThat(figures.waves().keySet())
          .containsExactlyElementsOf(Stream.of(Wave.values()).filter(selection::includes).toList());
      figures
          .waves()
          .forEach(
              (wave, counts) -> {
                String rows = "wave = '" + wave + "' and " + of(selection);
                assertThat(counts).as(rows).isEqualTo(recount(rows));
                assertThat(figures.crossTable(wave).excluded())
                    .isEqualTo(counts.statuses().excluded());
              });
    }
  }

  private Counts recount(String rows) {
    String counted = rows + " and status in ('COUNTED', 'FLAGGED') and ";
    Counts counts = new Counts(statuses(rows), Map.of(), Map.of());
    for (Choice choice : Choice.values()) {
      counts.mentions().put(choice, ask(counted + choice + " = 1"));
      counts.primary().put(choice, ask(counted + "primary_choice = '" + choice + "'"));
    }
    return counts;
  }

  private StatusTally statuses(String rows) {
    return new StatusTally(
        ask(rows + " and status = 'COUNTED'"),
        ask(rows + " and status = 'FLAGGED'"),
        ask(rows + " and status = 'EXCLUDED'"));
  }

  @Test
  void tellsThePublishersMentionsAsTheyArePublishedAndWithFiltersNone() {
    for (Selection selection : selections()) {
      Figures figures = dashboard.read(view(selection), NOW);
      boolean isTotal = selection.choice() == null && !selection.hasDemographics();
      if (isTotal && selection.includes(Wave.ORIGINAL)) {
        assertThat(Stream.of(Choice.values()).map(choice -> figures.mention(Wave.ORIGINAL, choice)))
            .containsExactly(
                new Share(46, 100), new Share(54, 100), new Share(23, 100), new Share(5, 100));
      } else {
        assertThat(figures.mention(Wave.ORIGINAL, Choice.COMPLAIN)).isNull();
        assertThat(figures.mentionsBase(Wave.ORIGINAL)).isNull();
      }
    }
  }

  @Test
  void crossesEveryPairOfVariablesForEveryFilter() {
    List<Selection> some =
        selections().stream()
            .filter(selection -> selection.occupation() == null || selection.gender() == null)
            .filter(selection -> selection.choice() != Choice.FORGIVE_IF_APOLOGISED)
            .filter(selection -> selection.age() != AgeGroup.NO_ANSWER)
            .toList();
    for (Variable rows : Variable.values()) {
      for (Variable columns : Variable.values()) {
        if (rows != columns) {
          some.forEach(selection -> crosses(new View(selection, rows, columns)));
        }
      }
    }
  }

  private void crosses(View view) {
    Figures figures = dashboard.read(view, NOW);
    for (Wave wave : figures.waves().keySet()) {
      CrossTable table = figures.crossTable(wave);
      List<?> cells =
          entityManager
              .createNativeQuery(
                  """
                  select %1$s, %2$s, count(*) from response
                  where wave = '%3$s' and status in ('COUNTED', 'FLAGGED') and %4$s group by 1, 2
                  """
                      .formatted(
                          view.rows().column(),
                          view.columns().column(),
                          wave,
                          of(view.selection())))
              .getResultList();
      long sum = 0;
      for (Object row : cells) {
        Object[] cell = (Object[]) row;
        long n = ((Number) cell[2]).longValue();
        assertThat(table.share((String) cell[0], (String) cell[1]).count())
            .as(view + " " + Arrays.toString(cell))
            .isEqualTo(n);
        sum += n;
      }
      assertThat(table.base()).as(view.toString()).isEqualTo(sum);
      assertThat(view.rows().codes().stream().mapToLong(table::row).sum()).isEqualTo(sum);
      assertThat(view.columns().codes().stream().mapToLong(code -> table.share(code).count()).sum())
          .isEqualTo(sum);
    }
  }

  @Test
  void countsTodayAndThisHourForEveryFilter() {
    for (Selection selection : selections()) {
      Figures figures = dashboard.read(view(selection), NOW);
      String rows = "wave = 'LIVE' and " + of(selection);
      boolean hasLive = selection.includes(Wave.LIVE);
      assertThat(figures.today())
          .as(rows)
          .isEqualTo(
              hasLive
                  ? new Arrived(
                      statuses(rows + " and submitted_at >= '2019-03-03 15:00:00'"), false)
                  : Arrived.NONE);
      assertThat(figures.thisHour())
          .as(rows)
          .isEqualTo(
              hasLive
                  ? new Arrived(
                      statuses(
                          rows
                              + " and submitted_at >= '2019-03-04 05:00:00' and submitted_at < '2019-03-04 06:00:00'"),
                      false)
                  : Arrived.NONE);
      assertThat(figures.hourOfDay()).isEqualTo(14);
    }
  }

  @Test
  void countsTodayByTheRowsWhileAnEarlierDayIsOpen() {
    tell("delete from daily_tally where day = '2019-03-03'");
    tell("delete from closed_day where day = '2019-03-03'");
    Figures figures = dashboard.read(view(Selection.ALL), NOW);
    assertThat(figures.today().statuses())
        .isEqualTo(statuses("wave = 'LIVE' and submitted_at >= '2019-03-03 15:00:00'"));
    Day open = figures.days().get(figures.days().size() - 1);
    assertThat(open.from()).isEqualTo(TODAY.minusDays(1));
    assertThat(open.to()).isEqualTo(TODAY);
    assertThat(open.counts().statuses().total()).isEqualTo(192);
  }

  @Test
  void followsTheDaysForEveryFilterThatTheyKnow() {
    for (Selection selection : selections()) {
      Figures figures = dashboard.read(view(selection), NOW);
      if (selection.hasDemographics() || !selection.includes(Wave.LIVE)) {
        assertThat(figures.days()).isNull();
      } else {
        assertThat(figures.days()).hasSize(4);
        for (Day day : figures.days()) {
          String rows =
              "wave = 'LIVE' and %s and date(submitted_at + interval 9 hour) = '%s'"
                  .formatted(of(selection), day.from());
          Counts counts = recount(rows);
          assertThat(day.counts().statuses()).as(rows).isEqualTo(counts.statuses());
          assertThat(day.counts().primary()).as(rows).isEqualTo(counts.primary());
          if (selection.choice() == null) {
            assertThat(day.counts().mentions()).as(rows).isEqualTo(counts.mentions());
          }
          assertThat(day.isOpen()).isEqualTo(day.from().equals(TODAY));
          assertThat(day.to()).isEqualTo(day.from());
        }
      }
    }
  }

  @Test
  void joinsDaysThatAreLongAgoSoThatAllAddUp() {
    tell(
        """
        insert into closed_day (day)
        select date_sub('2019-02-28', interval seq day) from"""
            + Numbers.between(0, 99));
    tell(
        """
        insert into daily_tally (wave, day, status, primary_choice, n,
                                 stop_business, complain, forgive_if_apologised, not_bothered)
        values ('LIVE', '2018-12-01', 'COUNTED', 'COMPLAIN', 7, 0, 7, 0, 0),
               ('LIVE', '2018-12-20', 'EXCLUDED', 'COMPLAIN', 2, 0, 2, 0, 0)
        """);
    List<Day> days = dashboard.read(view(Selection.ALL), NOW).days();
    assertThat(days).hasSize(DayCounts.MOST + 2);
    assertThat(days.get(0).from()).isEqualTo(LocalDate.of(2018, 11, 21));
    assertThat(days.get(0).to()).isEqualTo(days.get(1).from().minusDays(1));
    assertThat(days.get(0).counts().statuses()).isEqualTo(new StatusTally(7, 0, 2));
    assertThat(days.get(0).counts().mentions()).containsEntry(Choice.COMPLAIN, 7L);
  }

  @Test
  void beginsTodayWhereNobodyHasAnswered() {
    tell("delete from daily_tally");
    tell("delete from closed_day");
    tell("delete from tally where wave = 'LIVE'");
    tell("delete from response where wave = 'LIVE'");
    Figures figures = dashboard.read(view(Selection.ALL), NOW);
    assertThat(figures.days()).containsExactly(new Day(TODAY, TODAY, Counts.NONE, true));
    assertThat(figures.today()).isEqualTo(Arrived.NONE);
    assertThat(figures.crossTable(Wave.LIVE).base()).isZero();
  }

  @Test
  void looksAtSoManyArrivalsOnly() {
    Instant from = Instant.parse("2019-03-03T15:00:00Z");
    Instant to = from.plusSeconds(86_400);
    assertThat(arrivals.read(Selection.ALL, from, to, 96).isMore()).isFalse();
    Arrived some = arrivals.read(Selection.ALL, from, to, 50);
    assertThat(some.isMore()).isTrue();
    assertThat(some.statuses().total()).isEqualTo(51);
  }

  @Test
  void readsNoRowsWhereTheCubeKnows() {
    tell("update tally set n = n + 1000 where wave = 'LIVE' and status = 'COUNTED' limit 1");
    Figures figures = dashboard.read(view(Selection.ALL), NOW);
    assertThat(figures.counts(Wave.LIVE).statuses().total()).isEqualTo(1384);
    assertThat(figures.crossTable(Wave.LIVE).base())
        .isEqualTo(figures.counts(Wave.LIVE).statuses().base());
    assertThat(figures.today().total()).isEqualTo(1096);
  }
}
