package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import survey.MovedClock;
import survey.response.Floods.Verdict;

class SuspicionTest {
  private static final Secret SECRET = Secret.of("a secret of a test");
  private static final Duration LONG = Duration.ofMinutes(5);

  private final MovedClock clock = new MovedClock();
  private final Key key = Key.mint();
  private Suspicion suspicion;

  /** There is no container here to do it. */
  @SuppressWarnings("UnnecessaryAssignment")
  private static Suspicion suspicion(int limit, MovedClock clock) {
    Suspicion suspicion = new Suspicion();
    suspicion.floods = new Floods(limit, clock);
    suspicion.secret = SECRET;
    suspicion.clock = clock;
    return suspicion;
  }

  @BeforeEach
  void watch() {
    suspicion = suspicion(60, clock);
  }

  private Status judge(String opened) {
    return suspicion.judge(key, opened, "", Verdict.ORDINARY);
  }

  /** What the form says that has been open for so long. */
  private String openFor(Duration time) {
    String opened = suspicion.opening(key).text();
    clock.pass(time);
    return opened;
  }

  @Test
  void fallsUponWhoTakesLessThanThreeSeconds() {
    String opened = openFor(Duration.ofMillis(2_900));
    assertThat(judge(opened)).isEqualTo(Status.FLAGGED);
    clock.pass(Duration.ofMillis(100));
    assertThat(judge(opened)).isEqualTo(Status.COUNTED);
  }

  @Test
  void fallsUponWhoFillsInWhatNobodySees() {
    String opened = openFor(LONG);
    assertThat(suspicion.judge(key, opened, "x", Verdict.ORDINARY)).isEqualTo(Status.FLAGGED);
    assertThat(suspicion.judge(key, opened, " ", Verdict.ORDINARY)).isEqualTo(Status.FLAGGED);
    assertThat(suspicion.judge(key, opened, "", Verdict.ORDINARY)).isEqualTo(Status.COUNTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.AAAAAAAAAAAAAAAA", "2026-11-23T04:00:00Z"})
  void fallsUponWhoSaysNothingOfWhenTheFormWasOpened(String opened) {
    assertThat(judge(opened)).isEqualTo(Status.FLAGGED);
  }

  @Test
  void fallsUponWhoSaysWhatAnotherFormSays() {
    String opened = suspicion.opening(Key.mint()).text();
    clock.pass(LONG);
    assertThat(judge(opened)).isEqualTo(Status.FLAGGED);
  }

  @Test
  void fallsUponWhoSetsTheMomentBack() {
    String opened = suspicion.opening(key).text();
    String earlier =
        clock.instant().getEpochSecond() - LONG.toSeconds() + opened.replaceFirst("^[0-9]+", "");
    assertThat(judge(earlier)).isEqualTo(Status.FLAGGED);
  }

  @Test
  void fallsUponNobodyWhoseFormWasOpenedOnANodeWhoseClockIsAhead() {
    String opened = suspicion.opening(key).text();
    clock.pass(Duration.ofHours(-1));
    assertThat(judge(opened)).isEqualTo(Status.COUNTED);
  }

  @ParameterizedTest
  @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "ORDINARY")
  void fallsUponAFlood(Verdict flood) {
    assertThat(suspicion.judge(key, openFor(LONG), "", flood)).isEqualTo(Status.FLAGGED);
  }

  @Test
  void isNoneWhereRespondentsAreNotLimited() {
    suspicion = suspicion(0, clock);
    assertThat(suspicion.judge(key, "", "x", Verdict.SUSPICIOUS)).isEqualTo(Status.COUNTED);
  }
}
