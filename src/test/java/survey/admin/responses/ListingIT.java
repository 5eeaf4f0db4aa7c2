package survey.admin.responses;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import survey.response.CommentPublication;
import survey.response.Status;

/** Pages of the list against one plain query for all of it, in a transaction that never ends. */
@InContainer
class ListingIT {
  private static final LocalDate DAY = LocalDate.of(2019, 3, 2);

  /** Found in few comments, many, and none; each in a comment that the database must be told of. */
  private static final List<String> TEXTS =
      List.of(
          "情報",
          "漏",
          "a",
          "A",
          "i",
          "%",
          "_",
          "100%",
          "a_b",
          "\\",
          "\\\\",
          "!",
          "\"",
          "'",
          "+-*()@~<>",
          "😀",
          "𠮷",
          "ＡＢＣ",
          "ABC",
          "行\nの",
          "。第",
          " ",
          "　",
          "長".repeat(100),
          "どこにもない言葉");

  @Inject Listing listing;
  @Inject LiveWave live;
  @Inject LongLooks longLooks;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  /** 2,500 responses of ten days, seven of which share each moment, in no order of their ids. */
  @BeforeEach
  void fill() throws Exception {
    transaction.begin();
    tell("delete from daily_tally");
    tell("delete from closed_day");
    tell("delete from tally where wave = 'LIVE'");
    tell("delete from response where wave = 'LIVE'");
    store(
        """
        select seq * 1009 % 2500 number, seq * 1009 % 2500 div 7 * 2400 second from"""
            + Numbers.between(0, 2499));
    for (int i = 0; i < TEXTS.size() - 1; i++) {
      entityManager
          .createNativeQuery(
              "update response set comment = ? where key_hash = unhex(sha2(concat('k', ?), 256))")
          .setParameter(1, "前" + TEXTS.get(i) + "後")
          .setParameter(2, 97 * i)
          .executeUpdate();
    }
    tell(
        """
        update response set status = 'WITHDRAWN', stop_business = null, complain = null,
            forgive_if_apologised = null, not_bothered = null, primary_choice = null, age_group = null,
            gender = null, occupation = null, comment = null, comment_public = 'NO'
        where wave = 'LIVE' and status = 'COUNTED' and id % 13 = 0 and coalesce(comment, '') not like '前%後'
        """);
  }

  private void store(String numbers) {
    tell(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment, comment_public,
                              status, key_hash, receipt_hash)
        select 'LIVE', date_add('2019-03-01 00:00:00.000001', interval second second),
               number %% 3 <> 0, number %% 3 = 0, number %% 2, 0,
               if(number %% 3 = 0, 'COMPLAIN', 'STOP_BUSINESS'),
               elt(1 + number %% 3, 'AGE_10S', 'AGE_30S', 'NO_ANSWER'), elt(1 + number %% 2, 'FEMALE', 'MALE'),
               'STUDENT', if(number %% 2, '情報が漏れた', null),
               elt(1 + number %% 4, 'NO', 'REQUESTED', 'NO', 'APPROVED'),
               elt(1 + number %% 11, 'COUNTED', 'FLAGGED', 'EXCLUDED', 'COUNTED', 'COUNTED', 'COUNTED', 'COUNTED',
                   'COUNTED', 'COUNTED', 'COUNTED', 'COUNTED'),
               unhex(sha2(concat('k', number), 256)), unhex(sha2(concat('r', number), 256))
        from (%s) numbers
        """
            .formatted(numbers));
  }

  @AfterEach
  void forget() throws Exception {
    transaction.rollback();
  }

  private void tell(String change) {
    entityManager.joinTransaction();
    entityManager.createNativeQuery(change).executeUpdate();
  }

  /** By a query that knows no pages and no keys. */
  private List<Long> expected(String condition) {
    List<?> ids =
        entityManager
            .createNativeQuery(
                """
                select id from response where status <> 'WITHDRAWN' and %s
                order by wave = 'ORIGINAL', submitted_at desc, if(wave = 'LIVE', id, 0) desc, original_no
                """
                    .formatted(condition))
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private List<Long> pages(Selection selection, Direction direction, int size, Runnable between) {
    List<Long> ids = new ArrayList<>();
    Key place = null;
    while (true) {
      Found found = listing.find(selection, direction, place, size);
      found.keys().forEach(key -> ids.add(key.id()));
      if (found.keys().isEmpty() && !found.isCutShort()) {
        break;
      }
      place =
          found.isCutShort()
              ? found.lookedUpTo()
              : listing.place(ids.get(ids.size() - 1)).orElseThrow();
      between.run();
    }
    if (direction == Direction.BEFORE) {
      Collections.reverse(ids);
    }
    return ids;
  }

  private void assertPages(Selection selection, String condition, int size) {
    List<Long> expected = expected(condition);
    for (Direction direction : Direction.values()) {
      assertThat(pages(selection, direction, size, () -> {}))
          .as(direction + " " + selection.query())
          .isEqualTo(expected);
    }
  }

  private static Selection of(
      Wave wave, LocalDate from, LocalDate to, Choice choice, Status status, String text) {
    return new Selection(wave, from, to, choice, status, null, null, null, null, text);
  }

  @Test
  void givesEveryResponseOnceInBothDirections() {
    assertPages(Selection.ALL, "true", 50);
    assertPages(Selection.ALL, "true", 51);
    assertPages(Selection.ALL, "true", 3000);
  }

  @Test
  void givesThoseThatAFilterSelects() {
    for (Wave wave : Wave.values()) {
      assertPages(of(wave, null, null, null, null, null), "wave = '" + wave + "'", 50);
      assertPages(
          of(wave, null, null, Choice.COMPLAIN, null, null),
          "complain = 1 and wave = '" + wave + "'",
          50);
    }
    for (Status status : Status.values()) {
      assertPages(of(null, null, null, null, status, null), "status = '" + status + "'", 50);
    }
    for (CommentPublication state : CommentPublication.values()) {
      Selection selection =
          new Selection(null, null, null, null, null, null, null, null, state, null);
      assertPages(selection, "comment_public = '" + state + "'", 50);
      assertPages(
          new Selection(null, null, null, null, Status.COUNTED, null, null, null, state, null),
          "status = 'COUNTED' and comment_public = '" + state + "'",
          50);
      assertPages(
          new Selection(null, null, null, null, Status.EXCLUDED, null, null, null, state, null),
          "status = 'EXCLUDED' and comment_public = '" + state + "'",
          5);
    }
    assertPages(
        new Selection(
            null,
            null,
            null,
            null,
            null,
            AgeGroup.AGE_30S,
            Gender.MALE,
            Occupation.STUDENT,
            null,
            null),
        "age_group = 'AGE_30S' and gender = 'MALE' and occupation = 'STUDENT'",
        50);
    assertPages(
        of(null, DAY, DAY.plusDays(2), null, Status.FLAGGED, null),
        """
        status = 'FLAGGED' and submitted_at + interval 9 hour >= '2019-03-02'
        and submitted_at + interval 9 hour < '2019-03-04'
        """,
        7);
    assertPages(of(null, DAY, DAY, null, null, null), "false", 50);
    assertPages(of(Wave.ORIGINAL, DAY, null, null, null, null), "false", 50);
  }

  @Test
  void goesOnFromWhereItWasWhileResponsesArrive() {
    List<Long> before = expected("true");
    int[] arrived = {2500};
    List<Long> seen =
        pages(
            Selection.ALL,
            Direction.AFTER,
            50,
            () -> {
              store("select %d number, %1$d * 2400 second".formatted(arrived[0]));
              arrived[0]++;
            });
    assertThat(arrived[0]).isGreaterThan(2540);
    assertThat(seen).isEqualTo(before);
  }

  @Test
  void meetsThoseThatArrivedOnTheWayBack() {
    Key oldest = listing.place(expected("wave = 'LIVE'").get(2000)).orElseThrow();
    store("select 2500 number, 2400000 second");
    List<Key> newer = listing.find(Selection.ALL, Direction.BEFORE, oldest, 5000).keys();
    assertThat(newer).hasSize(2001);
    assertThat(newer.get(2000).id()).isEqualTo(expected("true").get(0));
  }

  @Test
  void goesOverTheBorderBetweenTheWaves() {
    List<Long> live = expected("wave = 'LIVE'");
    List<Long> all = expected("true");
    Key last = listing.place(live.get(live.size() - 3)).orElseThrow();
    assertThat(listing.find(Selection.ALL, Direction.AFTER, last, 5).keys())
        .extracting(Key::id)
        .isEqualTo(all.subList(live.size() - 2, live.size() + 3));
    Key third = listing.place(all.get(live.size() + 2)).orElseThrow();
    assertThat(third.originalNo()).isEqualTo(3);
    assertThat(listing.find(Selection.ALL, Direction.BEFORE, third, 4).keys())
        .extracting(Key::originalNo)
        .containsExactly(2, 1, null, null);
  }

  @Test
  void goesOnFromWhereTheTimeWasUp() {
    for (Direction direction : Direction.values()) {
      Selection rare = of(Wave.LIVE, null, null, null, null, "ＡＢＣ");
      Found first = live.find(rare, direction, null, 10, 0);
      assertThat(first.isCutShort()).isTrue();
      List<Key> found = new ArrayList<>(first.keys());
      Found rest = live.find(rare, direction, first.lookedUpTo(), 10, Long.MAX_VALUE);
      assertThat(rest.isCutShort()).isFalse();
      found.addAll(rest.keys());
      assertThat(found).extracting(Key::id).isEqualTo(expected("comment like binary '%ＡＢＣ%'"));
    }
  }

  @Test
  void looksNoFurtherThanOneStepWhileOthersLookForLong() {
    Selection rare = of(Wave.LIVE, null, null, null, null, "ＡＢＣ");
    for (int looking = 0; looking < LongLooks.MOST; looking++) {
      assertThat(longLooks.begin()).isTrue();
    }
    assertThat(live.find(rare, Direction.AFTER, null, 10, Long.MAX_VALUE).isCutShort()).isTrue();
    longLooks.end();
    assertThat(live.find(rare, Direction.AFTER, null, 10, Long.MAX_VALUE).isCutShort()).isFalse();
    assertThat(live.find(rare, Direction.AFTER, null, 10, Long.MAX_VALUE).isCutShort()).isFalse();
    longLooks.end();
  }

  @Test
  void findsATextLetterForLetter() {
    List<?> comments =
        entityManager
            .createNativeQuery("select id, comment from response where comment is not null")
            .getResultList();
    for (String text : TEXTS) {
      List<Long> containing =
          comments.stream()
              .map(row -> (Object[]) row)
              .filter(row -> ((String) row[1]).contains(text))
              .map(row -> ((Number) row[0]).longValue())
              .sorted()
              .toList();
      List<Long> found =
          pages(of(null, null, null, null, null, text), Direction.AFTER, 50, () -> {});
      assertThat(found.stream().sorted().toList()).as(text).isEqualTo(containing);
      assertThat(expected("true").stream().filter(found::contains).toList())
          .as("the order of " + text)
          .isEqualTo(found);
    }
  }
}
