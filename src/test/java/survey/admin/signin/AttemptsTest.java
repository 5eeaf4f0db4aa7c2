package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import survey.MovedClock;
import survey.response.Sources;

class AttemptsTest {
  private static final String HOME = "203.0.113.9";
  private static final String OFFICE = "198.51.100.1";
  private static final Optional<Device> NONE = Optional.empty();
  private static final AdminAccount ACCOUNT = new AdminAccount("admin", "hash");

  private final MovedClock clock = new MovedClock();
  private final Attempts attempts = new Attempts(clock);

  /** How long a wrong password's sender waits; zero where it was tried. */
  private Duration guess(String address) {
    return guess(address, NONE);
  }

  private Duration guess(String address, Optional<Device> device) {
    return attempts.begin(address, device).pause();
  }

  private boolean signIn(String address, Optional<Device> device) {
    Attempt attempt = attempts.begin(address, device);
    if (!attempt.isRefused()) {
      attempts.succeed(attempt);
    }
    return !attempt.isRefused();
  }

  /** As many sources as there are numbers, each in a network of its own. */
  private static String source(int number) {
    return "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255);
  }

  /** Uses the budget of all strangers up. */
  private void flood() {
    for (int i = 0; i < 100; i++) {
      guess(source(i));
    }
  }

  @Test
  void makeASourceWaitAfterFiveWrongPasswords() {
    for (int i = 0; i < 5; i++) {
      assertThat(guess(HOME)).isZero();
    }
    assertThat(guess(HOME)).isEqualTo(Duration.ofSeconds(30));
    assertThat(guess(OFFICE)).isZero();
  }

  @Test
  void doubleTheWaitUpToAQuarterOfAnHour() {
    IntStream.range(0, 5).forEach(i -> guess(HOME));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Duration wait = guess(HOME);
      waits.add(wait.toSeconds());
      clock.pass(wait.minusMillis(1));
      assertThat(guess(HOME)).isEqualTo(Duration.ofMillis(1));
      clock.pass(Duration.ofMillis(1));
      assertThat(guess(HOME)).isZero();
    }
    assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
  }

  @Test
  void doNotCountWhatIsRefused() {
    IntStream.range(0, 5).forEach(i -> guess(HOME));
    IntStream.range(0, 1_000).forEach(i -> guess(HOME));
    assertThat(guess(HOME)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void forgetAfterAQuarterOfAnHourOfRest() {
    IntStream.range(0, 4).forEach(i -> guess(HOME));
    clock.pass(Duration.ofMinutes(15).plusMillis(1));
    for (int i = 0; i < 5; i++) {
      assertThat(guess(HOME)).isZero();
    }
    assertThat(guess(HOME)).isPositive();
  }

  @Test
  void startAfreshWithTheRightPassword() {
    IntStream.range(0, 4).forEach(i -> guess(HOME));
    assertThat(signIn(HOME, NONE)).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(guess(HOME)).isZero();
    }
  }

  @Test
  void takeRightPasswordsWithoutEnd() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(signIn(source(i % 50), NONE)).isTrue();
    }
    assertThat(guess(HOME)).isZero();
  }

  @Test
  void countThoseAtTheSameTimeAsIfOneAfterTheOther() {
    List<Attempt> together =
        IntStream.range(0, 64).mapToObj(i -> attempts.begin(HOME, NONE)).toList();
    assertThat(together).filteredOn(attempt -> !attempt.isRefused()).hasSize(5);
  }

  @Test
  void giveBackWhatWasNotTried() {
    for (int i = 0; i < 100; i++) {
      Attempt attempt = attempts.begin(HOME, NONE);
      assertThat(attempt.isRefused()).isFalse();
      attempts.withdraw(attempt);
    }
  }

  @Test
  void letABotnetGuessLittle() {
    int tried = 0;
    int noted = 0;
    for (int second = 0; second < 3_600; second++) {
      for (int i = 0; i < 10; i++) {
        Attempt attempt = attempts.begin(source(second * 7 + i * 13 & 1_023), NONE);
        tried += attempt.isRefused() ? 0 : 1;
        noted += attempt.hasOwnEntry() ? 1 : 0;
      }
      clock.pass(Duration.ofSeconds(1));
    }
    // Of 36,000: the budget of 20 and 120 an hour, and one each time that one of 1,024 was quiet.
    assertThat(tried).isBetween(140, 140 + 5 * 1_024);
    assertThat(noted).isBetween(120, 141);
  }

  @Test
  void letAnAdminAtAStrangeBrowserInDuringAFlood() {
    flood();
    assertThat(signIn(HOME, NONE)).isTrue();
  }

  @Test
  void letASourceWithAFailureOfItsOwnWaitDuringAFlood() {
    flood();
    assertThat(guess(HOME)).isZero();
    assertThat(guess(HOME)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
    clock.pass(Duration.ofSeconds(30));
    assertThat(guess(HOME)).isZero();
  }

  @Test
  void noteByItselfOnlyWhatTheBudgetOfStrangersPaysFor() {
    List<Attempt> flood =
        IntStream.range(0, 5_000).mapToObj(i -> attempts.begin(source(i), NONE)).toList();
    assertThat(flood).noneMatch(Attempt::isRefused).filteredOn(Attempt::hasOwnEntry).hasSize(20);
  }

  @Test
  void keepAKnownBrowserOutOfAStrangersReachAtTheSameAddress() {
    Optional<Device> device = Optional.of(Device.mint());
    IntStream.range(0, 100).forEach(i -> guess(HOME));
    flood();
    assertThat(guess(HOME)).isPositive();
    for (int i = 0; i < 9; i++) {
      assertThat(guess(HOME, device)).isZero();
    }
    assertThat(signIn(HOME, device)).isTrue();
  }

  @Test
  void limitAKnownBrowserByItself() {
    Optional<Device> device = Optional.of(Device.mint());
    for (int i = 0; i < 10; i++) {
      assertThat(guess(HOME, device)).isZero();
    }
    assertThat(guess(OFFICE, device)).isEqualTo(Duration.ofSeconds(30));
    assertThat(guess(OFFICE, Optional.of(Device.mint()))).isZero();
    assertThat(guess(OFFICE)).isZero();
  }

  @Test
  void knowAProgramByItsSourceForADay() {
    assertThat(signIn(HOME, NONE)).isTrue();
    for (int i = 0; i < 200; i++) {
      flood();
      guess(source(i));
      assertThat(guess(HOME)).isZero();
      assertThat(signIn(HOME, NONE)).isTrue();
      clock.pass(Duration.ofMinutes(7));
    }
  }

  @Test
  void forgetWhereTheRightPasswordCameFromAfterADay() {
    assertThat(signIn(HOME, NONE)).isTrue();
    clock.pass(Duration.ofDays(1).plusSeconds(1));
    for (int i = 0; i < 5; i++) {
      assertThat(guess(HOME)).isZero();
    }
    assertThat(guess(HOME)).isPositive();
  }

  @Test
  void takeANetworkOfIpv6ForOneSource() {
    for (int i = 0; i < 5; i++) {
      assertThat(guess("2001:db8:0:1::" + i)).isZero();
    }
    assertThat(guess("2001:db8:0:ff:ffff:ffff:ffff:ffff")).isPositive();
    assertThat(guess("2001:db8:0:100::1")).isZero();
  }

  @Test
  void rememberNoMoreThanTheyHaveRoomFor() {
    for (int i = 0; i < 100_000; i++) {
      guess(source(i));
    }
    assertThat(attempts.size()).isEqualTo(10_000);
    assertThat(guess(source(99_999))).isPositive();
  }

  @Test
  void rememberTheirKnownOnesWhateverStrangersSend() {
    Optional<Device> device = Optional.of(Device.mint());
    IntStream.range(0, 10).forEach(i -> guess(HOME, device));
    for (int i = 0; i < 100_000; i++) {
      guess(source(i));
    }
    assertThat(guess(HOME, device)).isPositive();
  }

  @Test
  void knowADeviceByThePasswordItWasSignedInWith() {
    Device device = Device.mint();
    String kept = device.text(ACCOUNT);
    assertThat(Device.parse(kept, ACCOUNT)).contains(device);
    assertThat(Device.parse(kept, new AdminAccount("admin", "other"))).isEmpty();
    assertThat(Device.parse(kept, new AdminAccount("other", "hash"))).isEmpty();
    assertThat(Device.parse(Device.mint().id() + kept.substring(22), ACCOUNT)).isEmpty();
    assertThat(Device.parse("", ACCOUNT)).isEmpty();
    assertThat(Device.parse(kept + "\n", ACCOUNT)).isEmpty();
  }

  @Test
  void tellSourcesApartUnderAKeyOfTheirOwn() {
    assertThat(new Sources().of(HOME)).isNotEqualTo(new Sources().of(HOME)).doesNotContain(HOME);
  }
}
