package survey.response;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private final Secret secret = Secret.of("a secret of the operator's, long enough");

  @Test
  void isSixteenCharactersWithoutLookAlikes() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(Receipt.of(Key.mint(), secret).code()).matches("[0-9A-HJKMNP-TV-Z]{16}");
    }
  }

  @Test
  void isTheSameForTheSameKeyAndSecretAlone() {
    Key key = Key.mint();

    assertThat(Receipt.of(key, secret)).isEqualTo(Receipt.of(key, secret));
    assertThat(Receipt.of(key, secret)).isNotEqualTo(Receipt.of(Key.mint(), secret));
    assertThat(Receipt.of(key, secret)).isNotEqualTo(Receipt.of(key, Secret.of("another secret")));
  }

  @Test
  void usesAllOfItsCharactersAlike() {
    Set<Character> seen = new HashSet<>();
    int zeroesInFront = 0;
    for (int i = 0; i < 2_000; i++) {
      String code = Receipt.of(Key.mint(), secret).code();
      code.chars().forEach(character -> seen.add((char) character));
      zeroesInFront += code.startsWith("0") ? 1 : 0;
    }
    assertThat(seen).hasSize(32);
    // 2,000 / 32 are expected; six standard deviations to either side.
    assertThat(zeroesInFront).isCloseTo(62, within(47));
  }

  @Test
  void isReadAsPeopleEnterIt() {
    Receipt receipt = new Receipt("7K3M9QXZ2RT01HNW");

    assertThat(Receipt.parse("7K3M-9QXZ-2RT0-1HNW")).contains(receipt);
    assertThat(Receipt.parse(" 7k3m 9qxz\u30002rto\tlhnw\n")).contains(receipt);
    assertThat(Receipt.parse("７Ｋ３Ｍ－９ｑｘｚー２ＲＴＯ―ＩＨＮＷ")).contains(receipt);
  }

  @Test
  void isNotReadFromAnythingElse() {
    assertThat(Receipt.parse("")).isEmpty();
    assertThat(Receipt.parse("7K3M-9QXZ-2RT0-1HN")).isEmpty();
    assertThat(Receipt.parse("7K3M-9QXZ-2RT0-1HNWW")).isEmpty();
    assertThat(Receipt.parse("7K3M-9QXZ-2RT0-1HNU")).isEmpty();
    assertThat(Receipt.parse("' or 1=1 --")).isEmpty();
    assertThat(Receipt.parse("\uFDFA".repeat(1_000_000))).isEmpty();
  }

  @Test
  void isShownInGroupsOfFour() {
    assertThat(new Receipt("7K3M9QXZ2RTB4HNW").groups())
        .containsExactly("7K3M", "9QXZ", "2RTB", "4HNW");
  }

  @Test
  void isReadTheSameInATurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Receipt.parse("7k3m9qxz2rtbihni")).contains(new Receipt("7K3M9QXZ2RTB1HN1"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void showsNeitherItselfNorTheKeyInLogs() {
    Key key = Key.mint();
    assertThat(key.toString()).doesNotContain(key.text());
    assertThat(Receipt.of(key, secret).toString()).doesNotContain(Receipt.of(key, secret).code());
  }

  @Test
  void isStoredAsItsSha256() throws Exception {
    byte[] expected =
        MessageDigest.getInstance("SHA-256").digest("7K3M9QXZ2RTB4HNW".getBytes(US_ASCII));
    assertThat(new Receipt("7K3M9QXZ2RTB4HNW").hash()).isEqualTo(expected);
  }
}
