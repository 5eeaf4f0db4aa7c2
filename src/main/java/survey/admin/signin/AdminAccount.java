package survey.admin.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account's row: its name, and by what its password is known. */
@Entity
@Table(name = "admin_account")
class AdminAccount {
  @Id private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected AdminAccount() {}

  AdminAccount(String name, String passwordHash) {
    this.name = name;
    this.passwordHash = passwordHash;
  }

  String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  /** When the password was set; not when its hash was renewed. */
  Instant changedAt() {
    return changedAt;
  }
}
