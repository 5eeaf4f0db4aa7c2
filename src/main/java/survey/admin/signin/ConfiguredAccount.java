package survey.admin.signin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import survey.response.Retries;

/**
 * The one account that may sign in. A password that the configuration gives is the password,
 * whatever was there; without one, what is in the database stays, and an account that is not there
 * gets a password made for it.
 */
@ApplicationScoped
class ConfiguredAccount {
  /** After everything else that may refuse to start: a made password is told once. */
  private static final int LAST = 10_000;

  @Inject
  @ConfigProperty(name = "survey.admin.user", defaultValue = "admin")
  String name;

  @Inject
  @ConfigProperty(name = "survey.admin.password")
  Optional<String> password;

  @Inject Accounts accounts;
  @Inject PasswordHashes hashes;
  @Inject Retries retries;

  void establish(@Observes @Priority(LAST) Startup startup) {
    password.ifPresentOrElse(this::give, this::makeIfAbsent);
  }

  private void give(String given) {
    Optional<AdminAccount> account = accounts.find(name);
    if (account.isPresent() && !hashes.verify(given, account.get().passwordHash())) {
      String hash = hashes.hash(given);
      retries.run(() -> accounts.changePassword(name, hash));
    } else if (account.isEmpty()) {
      insertIfAbsent(hashes.hash(given));
    }
  }

  /** The launcher tells the password and forgets it. */
  private void makeIfAbsent() {
    if (accounts.find(name).isEmpty()) {
      String made = MadePassword.make();
      if (insertIfAbsent(hashes.hash(made))) {
        System.setProperty("survey.admin.made.password", made);
      }
    }
  }

  /** In a cluster, another node's may be in the way of ours. */
  private boolean insertIfAbsent(String hash) {
    return retries.run(isFirst -> accounts.insertIfAbsent(name, hash));
  }

  /** Its name, case-sensitive. */
  String name() {
    return name;
  }

  /** Whether the configuration says the password, so that it cannot be changed here. */
  boolean hasGivenPassword() {
    return password.isPresent();
  }
}
