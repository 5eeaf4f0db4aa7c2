package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import survey.admin.audit.Action;
import survey.admin.audit.AuditLog;

/** All accounts that there ever were; which of them may sign in is the configuration's to say. */
@ApplicationScoped
class Accounts {
  @PersistenceContext EntityManager entityManager;
  @Inject AdminSessions sessions;
  @Inject AuditLog auditLog;
  @Inject Clock clock;

  Optional<AdminAccount> find(String name) {
    return Optional.ofNullable(entityManager.find(AdminAccount.class, name));
  }

  /**
   * Makes an account, unless it is there. Nodes that start together all try; the first one's row
   * stays.
   *
   * @return whether this made it
   */
  @Transactional
  boolean insertIfAbsent(String name, String passwordHash) {
    entityManager
        .createNativeQuery(
            """
            insert into admin_account (name, password_hash, changed_at) values (?, ?, ?)
            on duplicate key update name = name
            """)
        .setParameter(1, name)
        .setParameter(2, passwordHash)
        .setParameter(3, Timestamp.from(clock.instant()))
        .executeUpdate();
    // Its salt makes each hash another; the number of rows changed is 1 either way.
    return find(name).orElseThrow().passwordHash().equals(passwordHash);
  }

  /** Gives an account another password, which ends all its sign-ins. */
  @Transactional
  void changePassword(String name, String passwordHash) {
    entityManager
        .createNativeQuery(
            "update admin_account set password_hash = ?, changed_at = ? where name = ?")
        .setParameter(1, passwordHash)
        .setParameter(2, Timestamp.from(clock.instant()))
        .setParameter(3, name)
        .executeUpdate();
    sessions.closeAll(name);
    auditLog.add(Action.PASSWORD_CHANGED, name);
  }

  /**
   * Signs an account in whose password was right.
   *
   * @param verified the account as it was before the password was tried
   * @return nothing if it has got another password since
   */
  @Transactional
  Optional<Token> signIn(AdminAccount verified) {
    return hasStillThatPassword(verified)
        ? Optional.of(sessions.signIn(verified.name()))
        : Optional.empty();
  }

  /**
   * Gives an account another password, which ends all its sign-ins but a new one.
   *
   * @param verified the account as it was before the present password was tried
   * @return nothing if it has got another password since
   */
  @Transactional
  Optional<Token> changePasswordAndOpen(AdminAccount verified, String passwordHash) {
    if (!hasStillThatPassword(verified)) {
      return Optional.empty();
    }
    changePassword(verified.name(), passwordHash);
    return Optional.of(sessions.open(verified.name()));
  }

  /**
   * Whether the password is the one that was tried, from now on to the end of the transaction.
   * Trying takes some tenths of a second: who knows the old password could be at it just when the
   * password changes, and would be signed in by it afterwards.
   */
  private boolean hasStillThatPassword(AdminAccount verified) {
    AdminAccount account =
        entityManager.find(AdminAccount.class, verified.name(), LockModeType.PESSIMISTIC_WRITE);
    return account.changedAt().equals(verified.changedAt());
  }

  /** Replaces the hash of a password by another of the same; not if it is another by now. */
  @Transactional
  void renewHash(AdminAccount account, String passwordHash) {
    entityManager
        .createNativeQuery(
            "update admin_account set password_hash = ? where name = ? and password_hash = ?")
        .setParameter(1, passwordHash)
        .setParameter(2, account.name())
        .setParameter(3, account.passwordHash())
        .executeUpdate();
  }
}
