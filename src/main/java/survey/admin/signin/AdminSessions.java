package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import survey.admin.audit.Action;
import survey.admin.audit.AuditLog;

/** All sign-ins that hold, and some that have just ended. */
@ApplicationScoped
class AdminSessions {
  @PersistenceContext EntityManager entityManager;
  @Inject ConfiguredAccount configured;
  @Inject AuditLog auditLog;
  @Inject Clock clock;

  /** Signs an account in, with a token that nobody had before. */
  @Transactional
  Token signIn(String account) {
    auditLog.add(Action.SIGNED_IN, account);
    return open(account);
  }

  /** A new token for an account; what has expired is forgotten. */
  @Transactional
  Token open(String account) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    entityManager
        .createQuery(
            "delete from AdminSession s where s.lastUsedAt <= :idleSince or s.signedInAt <= :since")
        .setParameter("idleSince", now.minus(AdminSession.LONGEST_IDLE))
        .setParameter("since", now.minus(AdminSession.LONGEST))
        .executeUpdate();
    Token token = Token.mint();
    entityManager.persist(new AdminSession(token, account, now));
    return token;
  }

  /** The account that a token is good for, noting that it was used. */
  @Transactional
  Optional<String> find(Token token) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<AdminSession> session =
        entityManager
            .createQuery(
                "select s from AdminSession s where s.tokenHash = :hash", AdminSession.class)
            .setParameter("hash", token.hash())
            .getResultStream()
            .findFirst()
            .filter(found -> found.isOpenAt(now))
            .filter(found -> found.account().equals(configured.name()));
    session.ifPresent(found -> found.use(now));
    return session.map(AdminSession::account);
  }

  /** Ends the sign-in that this token is of, if any, on every node at once; notes nothing. */
  @Transactional
  void end(Token token) {
    entityManager
        .createQuery("delete from AdminSession s where s.tokenHash = :hash")
        .setParameter("hash", token.hash())
        .executeUpdate();
  }

  /** Signs an account out where this token is, on every node at once. */
  @Transactional
  void signOut(Token token, String account) {
    end(token);
    auditLog.add(Action.SIGNED_OUT, account);
  }

  /** Ends all sign-ins of an account. */
  @Transactional
  void closeAll(String account) {
    entityManager
        .createQuery("delete from AdminSession s where s.account = :account")
        .setParameter("account", account)
        .executeUpdate();
  }
}
