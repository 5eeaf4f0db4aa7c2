package survey.admin.selection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.Numbers;
import survey.ShippedWar;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Status;

/** The announced number of rows against a count of the rows, in a transaction that never ends. */
@InContainer
class RowsToComeIT {
  private static final LocalDate FIRST_CLOSED = LocalDate.of(2019, 3, 2);

  @Inject RowsToCome rowsToCome;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  /** Four days with 24 responses each, one for every hour; the two in the middle are closed. */
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
        select 'LIVE', date_add('2019-02-28 15:00:00', interval seq hour), seq % 3 <> 0, seq % 3 = 0, seq % 2, 0,
               if(seq % 3 = 0, 'COMPLAIN', 'STOP_BUSINESS'), 'AGE_10S', 'FEMALE', 'STUDENT', 'NO',
               elt(1 + seq % 5, 'COUNTED', 'FLAGGED', 'EXCLUDED', 'COUNTED', 'COUNTED'),
               unhex(sha2(concat('k', seq), 256)), unhex(sha2(concat('r', seq), 256))
        from"""
            + Numbers.between(0, 95));
    tell(
        """
        insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                           primary_choice, age_group, gender, occupation, n)
        select wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
               primary_choice, age_group, gender, occupation, count(*)
        from response where wave = 'LIVE' group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        """);
    tell("insert into closed_day (day) values ('2019-03-02'), ('2019-03-03')");
    tell(
        """
        insert into daily_tally (wave, day, status, primary_choice, n,
                                 stop_business, complain, forgive_if_apologised, not_bothered)
        select wave, date(date_add(submitted_at, interval 9 hour)) day, status, primary_choice, count(*),
               sum(stop_business), sum(complain), sum(forgive_if_apologised), sum(not_bothered)
        from response where wave = 'LIVE' group by wave, day, status, primary_choice
        having day in ('2019-03-02', '2019-03-03')
        """);
  }

  @AfterEach
  void forget() throws Exception {
    transaction.rollback();
  }

  private void tell(String change) {
    entityManager.joinTransaction();
    entityManager.createNativeQuery(change).executeUpdate();
  }

  private long ask(String query) {
    return ((Number) entityManager.createNativeQuery(query).getSingleResult()).longValue();
  }

  @Test
  void areAsManyAsThereAreForEveryFilter() {
    List<LocalDate> days = new ArrayList<>();
    days.add(null);
    for (int i = -2; i <= 3; i++) {
      days.add(FIRST_CLOSED.plusDays(i));
    }
    for (Wave wave : withNull(Wave.values())) {
      for (Choice choice : withNull(Choice.values())) {
        for (Status status : withNull(Status.values())) {
          for (LocalDate from : days) {
            for (LocalDate to : days) {
              if (from == null || to == null || !to.isBefore(from)) {
                Selection selection = new Selection(wave, from, to, choice, status);
                assertThat(rowsToCome.count(selection))
                    .as(selection.query())
                    .isEqualTo(ask(recount(wave, from, to, choice, status)));
              }
            }
          }
        }
      }
    }
  }

  private static <E> List<E> withNull(E[] codes) {
    List<E> all = new ArrayList<>(Arrays.asList(codes));
    all.add(null);
    return all;
  }

  private static String recount(
      Wave wave, LocalDate from, LocalDate to, Choice choice, Status status) {
    String query = "select count(*) from response where status <> 'WITHDRAWN'";
    query += wave == null ? "" : " and wave = '" + wave + "'";
    query += choice == null ? "" : " and " + choice + " = 1";
    query += status == null ? "" : " and status = '" + status + "'";
    query += from == null ? "" : " and submitted_at + interval 9 hour >= '" + from + "'";
    query += to == null ? "" : " and submitted_at + interval 9 hour < '" + to + "'";
    return query;
  }

  @Test
  void comeFromTheTablesOfCountsWhereTheseKnow() {
    tell("update tally set n = n + 1000 where wave = 'LIVE' limit 1");
    tell("update daily_tally set n = n + 100 where day = '2019-03-02' limit 1");
    assertThat(rowsToCome.count(new Selection(Wave.LIVE, null, null, null, null))).isEqualTo(1096);
    assertThat(rowsToCome.count(new Selection(null, FIRST_CLOSED, null, null, null)))
        .isEqualTo(172);
    assertThat(rowsToCome.count(new Selection(null, FIRST_CLOSED.plusDays(2), null, null, null)))
        .isEqualTo(24);
  }
}
