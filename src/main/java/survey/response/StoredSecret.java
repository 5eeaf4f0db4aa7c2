package survey.response;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** The row that says which secret this database's receipts are made with. */
@Entity
@Table(name = "receipt_secret")
class StoredSecret {
  static final int ONLY_ID = 1;

  @Id private int id;
  private byte[] fingerprint;
  private byte[] secret;

  protected StoredSecret() {}

  StoredSecret(byte[] fingerprint, byte[] secret) {
    this.id = ONLY_ID;
    this.fingerprint = fingerprint;
    this.secret = secret;
  }

  byte[] fingerprint() {
    return fingerprint;
  }

  /** The secret itself; absent where the operator gave it. */
  Optional<byte[]> secret() {
    return Optional.ofNullable(secret);
  }
}
