package survey.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What receipts are made with: the operator's secret, or else one made at the first start and kept
 * in the database for all nodes. Another secret than the first would void every receipt, so the
 * application refuses to start with it.
 */
@ApplicationScoped
public class Secret {
  private static final int BYTES = 32;

  private final Optional<String> given;
  private final Secrets secrets;
  private final Retries retries;
  private volatile byte[] key;

  @Inject
  Secret(
      @ConfigProperty(name = "survey.secret") Optional<String> given,
      Secrets secrets,
      Retries retries) {
    this.given = given;
    this.secrets = secrets;
    this.retries = retries;
  }

  /** A secret that is kept nowhere. */
  static Secret of(String text) {
    Secret secret = new Secret();
    secret.key = text.getBytes(UTF_8);
    return secret;
  }

  /** For the container's proxy. */
  protected Secret() {
    this(Optional.empty(), null, null);
  }

  void establish(@Observes Startup startup) {
    byte[] secret = given.map(text -> text.getBytes(UTF_8)).orElseGet(Secret::random);
    StoredSecret stored = stored(secret);
    if (given.isEmpty()) {
      secret =
          stored
              .secret()
              .orElseThrow(
                  () ->
                      refusal(
                          "SURVEY_SECRET is missing: this database's receipts were made with one that was given."));
    }
    if (!MessageDigest.isEqual(fingerprint(secret), stored.fingerprint())) {
      throw refusal(
          "SURVEY_SECRET is not the one that this database's receipts were made with; it would void them.");
    }
    key = secret;
  }

  /** The one that is stored by now. In a cluster, another node's may be in the way of ours. */
  private StoredSecret stored(byte[] secret) {
    return retries.run(
        isFirst -> secrets.insertIfAbsent(fingerprint(secret), given.isPresent() ? null : secret));
  }

  /** Fails the deployment; the launcher tells the reason. */
  private static IllegalStateException refusal(String reason) {
    System.setProperty("survey.start.failure", reason);
    return new IllegalStateException(reason);
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] fingerprint(byte[] secret) {
    return Hmac.of(secret, "fingerprint".getBytes(UTF_8));
  }

  /** The HMAC-SHA-256 (RFC 2104) of a text under the secret, 32 bytes. */
  byte[] authenticate(String text) {
    return Hmac.of(key, text.getBytes(UTF_8));
  }
}
