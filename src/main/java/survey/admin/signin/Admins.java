package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/** Who is an admin: whoever knows the configured account's password. */
@ApplicationScoped
public class Admins implements IdentityStore {
  /** A longer password is nobody's. */
  static final int LONGEST_PASSWORD = 1_000;

  @Inject ConfiguredAccount configured;
  @Inject Accounts accounts;
  @Inject PasswordHashes hashes;

  /** Takes as long for a name that there is not as for a wrong password. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String password = credential.getPasswordAsString();
    if (password.length() > LONGEST_PASSWORD) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    // The database takes names for the same that differ in blanks at their end.
    Optional<AdminAccount> account =
        credential.getCaller().equals(configured.name())
            ? accounts.find(configured.name())
            : Optional.empty();
    if (account.isEmpty()) {
      hashes.verifyNobodys(password);
      return CredentialValidationResult.INVALID_RESULT;
    }
    String hash = account.get().passwordHash();
    if (!hashes.verify(password, hash)) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    if (hashes.isOutdated(hash)) {
      accounts.renewHash(account.get(), hashes.hash(password));
    }
    return new CredentialValidationResult(configured.name(), Set.of(SignInMechanism.ADMIN));
  }
}
