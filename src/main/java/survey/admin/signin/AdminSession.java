package survey.admin.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser that is signed in, on whatever node: until it signs out, is left alone for half an
 * hour, or half a day has passed.
 */
@Entity
@Table(name = "admin_session")
class AdminSession {
  static final Duration LONGEST_IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);

  /** How far behind the last use may be as it is stored. */
  private static final Duration PRECISION = Duration.ofMinutes(1);

  @Id
  @Column(name = "token_hash")
  private byte[] tokenHash;

  private String account;

  @Column(name = "signed_in_at")
  private Instant signedInAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected AdminSession() {}

  AdminSession(Token token, String account, Instant now) {
    tokenHash = token.hash();
    this.account = account;
    signedInAt = now;
    lastUsedAt = now;
  }

  String account() {
    return account;
  }

  boolean isOpenAt(Instant now) {
    return now.isBefore(lastUsedAt.plus(LONGEST_IDLE)) && now.isBefore(signedInAt.plus(LONGEST));
  }

  /** Written once a minute at most: not every request needs to change the row. */
  void use(Instant now) {
    if (!now.isBefore(lastUsedAt.plus(PRECISION))) {
      lastUsedAt = now;
    }
  }
}
