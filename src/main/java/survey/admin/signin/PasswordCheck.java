package survey.admin.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The one way by which a password is tried, wherever it was sent. */
@ApplicationScoped
class PasswordCheck {
  /** What came of a try. */
  enum Result {
    RIGHT,
    /** The password is wrong, or there is no such account: nobody is told which. */
    WRONG,
    /** Nothing was tried, since too many were wrong before. */
    TOO_MANY,
    /** Nothing was tried, since too many are trying just now. */
    LATER
  }

  /**
   * What came of a try.
   *
   * @param seconds where nothing was tried, in how many it may be
   * @param account where the password was right, the account as it was before; null otherwise
   */
  record Verdict(Result result, long seconds, AdminAccount account) {}

  private static final int MOST_WAITING = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int SECONDS_LATER = 5;

  /** No shorter than a source's wrong password counts, or it would come again before others do. */
  private static final Duration TURNS_ARE_KEPT = Failures.MEMORY;

  @Inject IdentityStoreHandler identityStores;
  @Inject ConfiguredAccount configured;
  @Inject Accounts accounts;
  @Inject Attempts attempts;
  @Inject FailedSignIns failed;
  @Inject Clock clock;

  private Turns ofTheKnown;
  private Turns ofStrangers;

  @PostConstruct
  void begin() {
    ofTheKnown = new Turns(MOST_WAITING, PATIENCE, TURNS_ARE_KEPT, clock);
    ofStrangers = new Turns(MOST_WAITING, PATIENCE, TURNS_ARE_KEPT, clock);
  }

  /**
   * Tries a password, if it may be tried, and notes a failure.
   *
   * @param request where the try came from
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Verdict check(UsernamePasswordCredential credential, HttpServletRequest request) {
    Attempt attempt = attempts.begin(request.getRemoteAddr(), device(request));
    if (attempt.isRefused()) {
      return new Verdict(Result.TOO_MANY, attempt.seconds(), null);
    }
    Verdict verdict = new Verdict(Result.LATER, SECONDS_LATER, null);
    try {
      verdict =
          (attempt.isKnown() ? ofTheKnown : ofStrangers)
              .take(attempt.sender(), () -> tried(credential))
              .orElse(verdict);
    } finally {
      switch (verdict.result()) {
        case RIGHT -> attempts.succeed(attempt);
        case LATER -> attempts.withdraw(attempt);
        default -> {}
      }
    }
    if (verdict.result() == Result.WRONG) {
      failed.add(credential.getCaller(), attempt.hasOwnEntry());
    }
    return verdict;
  }

  private Optional<Device> device(HttpServletRequest request) {
    return DeviceCookie.isSent(request)
        ? accounts.find(configured.name()).flatMap(account -> DeviceCookie.read(request, account))
        : Optional.empty();
  }

  private Verdict tried(UsernamePasswordCredential credential) {
    // Read first: if the password changes meanwhile, the account is not this one any more.
    Optional<AdminAccount> account = accounts.find(configured.name());
    boolean isRight =
        identityStores.validate(credential).getStatus() == CredentialValidationResult.Status.VALID;
    return isRight && account.isPresent()
        ? new Verdict(Result.RIGHT, 0, account.get())
        : new Verdict(Result.WRONG, 0, null);
  }

  /** Makes the browser known to which a right password belongs. */
  void remember(HttpServletRequest request, HttpServletResponse response) {
    accounts
        .find(configured.name())
        .ifPresent(account -> DeviceCookie.write(account, request, response));
  }
}
