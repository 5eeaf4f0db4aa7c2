package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.ShippedWar;
import survey.admin.audit.Action;
import survey.admin.audit.AuditEntry;
import survey.admin.audit.AuditLog;
import survey.admin.audit.Kind;

/** The identity store and what it stands on, in the container that ships. */
@InContainer
class AdminsIT {
  private static final String PASSWORD = "がんばる言葉 😀 horse";

  @Inject IdentityStoreHandler identityStores;
  @Inject ConfiguredAccount configured;
  @Inject Accounts accounts;
  @Inject AdminSessions sessions;
  @Inject PasswordHashes hashes;
  @Inject FailedSignIns failed;
  @Inject AuditLog auditLog;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest().addClass(Hashes.class);
  }

  @Test
  void knowsTheConfiguredAccountByItsPasswordAlone() {
    accounts.changePassword(configured.name(), hashes.hash(PASSWORD));

    CredentialValidationResult right = validate(configured.name(), PASSWORD);
    assertThat(right.getStatus()).isEqualTo(Status.VALID);
    assertThat(right.getCallerPrincipal().getName()).isEqualTo("admin");
    assertThat(right.getCallerGroups()).containsExactly(SignInMechanism.ADMIN);

    assertThat(validate(configured.name(), PASSWORD + " ").getStatus()).isEqualTo(Status.INVALID);
    assertThat(validate(configured.name(), "").getStatus()).isEqualTo(Status.INVALID);
    assertThat(validate("nobody", PASSWORD).getStatus()).isEqualTo(Status.INVALID);
    assertThat(validate("nobody", "x".repeat(1_001)).getStatus()).isEqualTo(Status.INVALID);
  }

  @Test
  void takesAsLongForANameThatNobodyHas() {
    accounts.changePassword(configured.name(), hashes.hash(PASSWORD));
    assertThat(fastest("nobody")).isGreaterThan(fastest(configured.name()) / 2);
  }

  private long fastest(String account) {
    return LongStream.generate(
            () -> {
              long begin = System.nanoTime();
              assertThat(validate(account, "wrong").getStatus()).isEqualTo(Status.INVALID);
              return System.nanoTime() - begin;
            })
        .limit(3)
        .min()
        .orElseThrow();
  }

  private CredentialValidationResult validate(String account, String password) {
    return identityStores.validate(new UsernamePasswordCredential(account, password));
  }

  @Test
  void recordsHowManySignInsFailedWhereTheyAreNoEntriesByThemselves() {
    failed.add("nobody", true);
    failed.add("nobody", false);
    failed.add(configured.name(), false);
    failed.add("somebody", false);
    assertThat(newestFailure(0)).isEqualTo("null null");

    failed.addUp();
    assertThat(newestFailure(0)).isEqualTo("null 2");
    assertThat(newestFailure(1)).isEqualTo("admin 1");

    failed.addUp();
    assertThat(newestFailure(2)).as("nothing is told twice").isEqualTo("null null");
  }

  private String newestFailure(int number) {
    AuditEntry entry = auditLog.newest(Kind.SIGN_IN, Long.MAX_VALUE, 3).get(number);
    assertThat(entry.getAction()).isEqualTo(Action.SIGN_IN_FAILED);
    return entry.getAccount() + " " + entry.getRowCount();
  }

  @Test
  void takesAPasswordHoweverItIsComposed() {
    assertThat(hashes.verify("か\u3099", hashes.hash("が"))).isTrue();
  }

  @Test
  void takesNoPasswordForAHashThatIsNone() {
    assertThat(hashes.verify("", "")).isFalse();
    assertThat(hashes.verify("x", "PBKDF2WithHmacSHA256:600000:x")).isFalse();
  }

  @Test
  void hashesAtTodaysCost() {
    String hash = hashes.hash(PASSWORD);
    assertThat(hash).startsWith("PBKDF2WithHmacSHA256:600000:");
    assertThat(hashes.isOutdated(hash)).isFalse();
    assertThat(hashes.isOutdated(Hashes.pbkdf2(PASSWORD, 599_999))).isTrue();
    assertThat(hashes.verify(PASSWORD, Hashes.pbkdf2(PASSWORD, 1_000))).isTrue();
  }

  @Test
  void endsEverySignInWithTheOldPassword() {
    Token before = sessions.signIn(configured.name());
    assertThat(sessions.find(before)).contains(configured.name());

    Token after = accounts.changePasswordAndOpen(account(), hashes.hash(PASSWORD)).orElseThrow();

    assertThat(sessions.find(before)).isEmpty();
    assertThat(sessions.find(after)).contains(configured.name());
    assertThat(sessions.find(Token.mint())).isEmpty();
  }

  private AdminAccount account() {
    return accounts.find(configured.name()).orElseThrow();
  }

  @Test
  void letsNobodyInByAPasswordThatChangedWhileItWasTried() {
    AdminAccount tried = account();
    accounts.renewHash(tried, hashes.hash(PASSWORD));
    assertThat(accounts.signIn(tried)).isPresent();

    accounts.changePassword(configured.name(), hashes.hash("another password"));

    assertThat(accounts.signIn(tried)).isEmpty();
    assertThat(accounts.changePasswordAndOpen(tried, hashes.hash(PASSWORD))).isEmpty();
    assertThat(validate(configured.name(), "another password").getStatus()).isEqualTo(Status.VALID);
  }

  @Test
  void keepsANewerPasswordThanTheHashToRenew() {
    String name = configured.name();
    accounts.changePassword(name, Hashes.pbkdf2(PASSWORD, 1_000));
    AdminAccount read = accounts.find(name).orElseThrow();
    accounts.changePassword(name, hashes.hash("another password"));

    accounts.renewHash(read, hashes.hash(PASSWORD));

    assertThat(validate(name, "another password").getStatus()).isEqualTo(Status.VALID);
  }

  @Test
  void makesAnAccountOnceHoweverManyNodesStart() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> starts =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(
                  node -> () -> accounts.insertIfAbsent("raced", "hash " + node))
              .toList();
      List<Boolean> made = new ArrayList<>();
      for (Future<Boolean> start : nodes.invokeAll(starts)) {
        made.add(start.get());
      }
      assertThat(made).containsExactlyInAnyOrder(true, false, false, false);
    } finally {
      nodes.shutdown();
    }
  }
}
