package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import survey.MovedClock;
import survey.response.Floods.Verdict;

class FloodsTest {
  private final MovedClock clock = new MovedClock();
  private final Floods floods = new Floods(5, clock);

  private Verdict add(String address, int times) {
    Verdict last = null;
    for (int i = 0; i < times; i++) {
      last = floods.add(address);
    }
    return last;
  }

  @Test
  void flagWhatIsBeyondTheLimitAndPutOffWhatIsFarBeyond() {
    assertThat(add("192.0.2.1", 5)).isEqualTo(Verdict.ORDINARY);
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(add("192.0.2.1", 44)).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.TOO_MANY);
  }

  @Test
  void leaveOutWhatWasSentBefore() {
    for (int i = 0; i < 100; i++) {
      assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.ORDINARY);
      floods.takeBack("192.0.2.1");
    }
  }

  @Test
  void areOfOneSourceAlone() {
    add("192.0.2.1", 100);
    assertThat(add("192.0.2.2", 1)).isEqualTo(Verdict.ORDINARY);
  }

  @Test
  void areOfAHouseholdRatherThanOfEachOfItsIpv6Addresses() {
    add("2001:db8:1:1::1", 100);
    assertThat(add("2001:db8:1:2::9", 1)).isEqualTo(Verdict.TOO_MANY);
    assertThat(add("2001:db8:2::1", 1)).isEqualTo(Verdict.ORDINARY);
  }

  @Test
  void areOverWhenTheClockIsPutBack() {
    add("192.0.2.1", 100);
    clock.pass(Duration.ofSeconds(-59));
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.TOO_MANY);
    clock.pass(Duration.ofSeconds(-1));
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.ORDINARY);
  }

  @Test
  void areOverAfterAMinute() {
    add("192.0.2.1", 100);
    clock.pass(Duration.ofSeconds(59));
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.TOO_MANY);
    clock.pass(Duration.ofSeconds(1));
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.ORDINARY);
  }

  @Test
  void areForgottenAfterADay() {
    add("192.0.2.1", 100);
    clock.pass(Duration.ofDays(1).plusSeconds(1));
    assertThat(add("192.0.2.1", 1)).isEqualTo(Verdict.ORDINARY);
  }

  @Test
  void areNoneWhereNothingIsLimited() {
    Floods unlimited = new Floods(0, clock);
    for (int i = 0; i < 1_000; i++) {
      assertThat(unlimited.add("192.0.2.1")).isEqualTo(Verdict.ORDINARY);
    }
  }
}
