package survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
  /** One database's row, in memory. */
  private static final class Row extends SecretStore {
    private StoredSecret stored;

    @Override
    StoredSecret insertIfAbsent(byte[] fingerprint, byte[] secret) {
      if (stored == null) {
        stored = new StoredSecret(fingerprint, secret);
      }
      return stored;
    }
  }

  static Secret withSecret(String given) {
    return started(Optional.of(given), new Row());
  }

  private static Secret started(Optional<String> given, SecretStore store) {
    Secret secret = new Secret(given, store);
    secret.establish(null);
    return secret;
  }

  @Test
  void isMadeOnceAndSharedByAllNodes() {
    Row row = new Row();
    byte[] first = started(Optional.empty(), row).authenticate("text");

    assertThat(started(Optional.empty(), row).authenticate("text")).isEqualTo(first);
    assertThat(started(Optional.empty(), new Row()).authenticate("text")).isNotEqualTo(first);
  }

  @Test
  void isKeptAsAFingerprintAloneWhereTheOperatorGivesIt() {
    Row row = new Row();
    started(Optional.of("given"), row);

    assertThat(row.stored.secret()).isEmpty();
  }

  @Test
  void refusesToStartWithAnother() {
    Row row = new Row();
    started(Optional.of("given"), row);

    assertThatThrownBy(() -> started(Optional.of("changed"), row))
        .hasMessageContaining("SURVEY_SECRET is not the one");
    assertThatThrownBy(() -> started(Optional.empty(), row))
        .hasMessageContaining("SURVEY_SECRET is missing");
  }

  @Test
  void refusesOneGivenWhereOneWasMade() {
    Row row = new Row();
    started(Optional.empty(), row);

    assertThatThrownBy(() -> started(Optional.of("given"), row))
        .hasMessageContaining("SURVEY_SECRET is not the one");
  }
}
