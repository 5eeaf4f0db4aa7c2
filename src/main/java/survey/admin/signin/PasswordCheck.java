package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import survey.admin.audit.Action;
import survey.admin.audit.AuditLog;

/** The one way by which a password is tried, wherever it was sent. */
@ApplicationScoped
class PasswordCheck {
  /** What came of a try. */
  enum Result {
    RIGHT,
    /** The password is wrong, or there is no such account: nobody is told which. */
    WRONG,
    /** Nothing was tried; it may be in a while. */
    LATER
  }

  private static final int MOST_AT_ONCE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Inject IdentityStoreHandler identityStores;
  @Inject ConfiguredAccount configured;
  @Inject AuditLog auditLog;

  private final Turns turns = new Turns(MOST_AT_ONCE, PATIENCE);

  /**
   * Tries a password and notes a failure.
   *
   * @param request where the try came from
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Result check(UsernamePasswordCredential credential, HttpServletRequest request) {
    Optional<CredentialValidationResult> validated =
        turns.take(() -> identityStores.validate(credential));
    if (validated.isEmpty()) {
      return Result.LATER;
    }
    if (validated.get().getStatus() == CredentialValidationResult.Status.VALID) {
      return Result.RIGHT;
    }
    boolean known = credential.getCaller().equals(configured.name());
    auditLog.add(Action.SIGN_IN_FAILED, known ? configured.name() : null);
    return Result.WRONG;
  }
}
