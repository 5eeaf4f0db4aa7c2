package survey.results.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.Respondent;
import survey.RunningSurvey;
import survey.questionnaire.Choice;
import survey.results.KnownSurvey;

/** The course of the LIVE wave, as the results page shows it. */
class CourseIT {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final KnownSurvey SURVEY = KnownSurvey.shared();
  private static final String SECTION = "section:has(#course-heading)";

  @BeforeEach
  @AfterEach
  void forget() {
    for (String rows :
        List.of(
            "daily_tally",
            "closed_day",
            "response where wave = 'LIVE'",
            "tally where wave = 'LIVE'")) {
      SURVEY.tell("delete from " + rows);
    }
  }

  private static LocalDate daysAgo(int days) {
    return LocalDate.now(JAPAN).minusDays(days);
  }

  /** Some who complain, and as many others who would also stop doing business. */
  private static void add(int daysAgo, int respondents) {
    Instant at =
        daysAgo == 0
            ? Instant.now()
            : daysAgo(daysAgo).atStartOfDay(JAPAN).plusHours(12).toInstant();
    for (int i = 0; i < respondents; i++) {
      if (i % 2 == 0) {
        SURVEY.add(at, "COUNTED", Choice.COMPLAIN);
      } else {
        SURVEY.add(at, "FLAGGED", Choice.COMPLAIN, Choice.STOP_BUSINESS);
      }
    }
  }

  private static Element section(String path) {
    return SURVEY.page(path).expectFirst(SECTION);
  }

  /** A page may be some seconds old, and days are closed behind it. */
  private static void awaitPeriods(int number) {
    RunningSurvey.await(
        () -> section("results").select(".periods tbody tr").size() == number,
        Duration.ofSeconds(40));
  }

  private static String written(LocalDate day) {
    return DateTimeFormatter.ofPattern("yyyy年M月d日").format(day);
  }

  @Test
  void isNotShownBeforeTenHaveAnswered() {
    add(2, 4);
    add(0, 5);
    SURVEY.add(Instant.now(), "EXCLUDED", Choice.COMPLAIN);
    awaitPeriods(0);

    Element section = section("results");
    assertThat(section.text()).contains("今回の調査の回答が10人分になると、ここに推移を示します。");
    assertThat(section.select("svg, table")).isEmpty();
  }

  @Test
  void showsEveryPeriodWithItsBaseInThePlotAndInTheTable() {
    add(4, 12);
    add(3, 10);
    add(0, 11);
    SURVEY.add(Instant.now(), "EXCLUDED", Choice.COMPLAIN);
    awaitPeriods(3);

    Element section = section("results");
    List<String> last = section.select(".periods tbody tr").last().select("th, td").eachText();
    assertThat(last.get(0))
        .startsWith(written(daysAgo(2)) + "～")
        .contains(daysAgo(0).getDayOfMonth() + "日");
    assertThat(last.subList(1, 6))
        .containsExactly("11人", "45.5% 11人中5人", "100.0% 11人中11人", "0.0% 11人中0人", "0.0% 11人中0人");
    assertThat(section.select(".periods tbody tr").first().select("th, td").eachText())
        .containsExactly(
            written(daysAgo(4)),
            "12人",
            "50.0% 12人中6人",
            "100.0% 12人中12人",
            "0.0% 12人中0人",
            "0.0% 12人中0人");
    assertThat(section.expectFirst(".STOP_BUSINESS dl").text())
        .isEqualTo("直近の期間 45.5% 11人中5人 元の調査 46.0% 100人中46人");
    // A day, a day and three days.
    assertThat(section.expectFirst(".STOP_BUSINESS path.line").attr("d"))
        .isEqualTo("M0 50.00H20.00V50.00H40.00V54.55H100.00");
    assertThat(section.expectFirst(".STOP_BUSINESS .reference").attr("y1")).isEqualTo("54.00");
    assertThat(
            SURVEY.ask(
                "select group_concat(n order by day) from (select day, sum(n) n from daily_tally group by day) d"))
        .isEqualTo("12,10");
  }

  @Test
  void joinsDaysThatAreTooSmallAndLosesNobody() {
    add(6, 3);
    add(5, 9);
    add(3, 15);
    add(0, 2);
    awaitPeriods(2);

    assertThat(section("results").select(".periods tbody td:nth-child(2)").eachText())
        .containsExactly("12人", "17人");
    assertThat(Respondent.count(SURVEY.address())).isEqualTo(29);
  }

  @Test
  void saysThatItIsNoMeasureOfOpinionInBothLanguages() {
    assertThat(section("results").text()).contains("日によって回答する人が異なるため、世の中の意見の移り変わりを示すものではありません。");
    assertThat(section("results?lang=en").text())
        .contains(
            "Who takes part differs from day to day, so this does not show public opinion over time.");
  }
}
