package survey.admin.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account's row: its name, and by what its password is known. */
@Entity
@Table(name = "admin_account")
class AdminAccount {
  @Id private String name;

  @Column(name = "password_hash")
  private String passwordHash;

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
}
