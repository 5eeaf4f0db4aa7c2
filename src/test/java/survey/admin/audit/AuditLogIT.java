package survey.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.Numbers;
import survey.ShippedWar;

/** The audit log, in the container that ships and on the real database. */
@InContainer
class AuditLogIT {
  private static final int PAGE = 50;

  @Inject AuditLog log;
  @PersistenceContext EntityManager entityManager;
  @Resource UserTransaction transaction;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  /** What a test adds, it takes back: a log has no way to. */
  @BeforeEach
  void begin() throws Exception {
    transaction.begin();
  }

  @AfterEach
  void rollBack() throws Exception {
    transaction.rollback();
  }

  @Test
  void showsEveryEntryOnceNewestFirst() {
    for (int i = 0; i < 60; i++) {
      log.add(Action.SIGNED_IN, "admin");
      log.add(Action.SIGN_IN_FAILED, null);
    }
    assertThat(walk(null))
        .hasSizeGreaterThanOrEqualTo(120)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates()
        .hasSize((int) number("select count(*) from audit_entry"));
  }

  @Test
  void showsEveryEntryOfAKindOnceNewestFirst() {
    for (int i = 0; i < 60; i++) {
      log.addDownload(Action.DOWNLOAD_STARTED, "admin", "wave=LIVE", null);
      log.add(Action.SIGNED_OUT, "admin");
      log.addDownload(Action.DOWNLOAD_COMPLETED, "admin", "wave=LIVE", 3L);
    }
    assertThat(walk(Kind.DOWNLOAD))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates()
        .hasSize((int) number("select count(*) from audit_entry where action like 'DOWNLOAD\\_%'"));
  }

  private List<Long> walk(Kind kind) {
    List<Long> seen = new ArrayList<>();
    long before = Long.MAX_VALUE;
    List<AuditEntry> page = log.newest(kind, before, PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> seen.add(entry.getId()));
      before = seen.get(seen.size() - 1);
      page = log.newest(kind, before, PAGE);
    }
    return seen;
  }

  @Test
  void readsNoMoreOfALongLogThanItShows() {
    log.add(Action.PASSWORD_CHANGED, "admin");
    entityManager
        .createNativeQuery(
            """
            insert into audit_entry (at, account, action)
            select utc_timestamp(6), 'admin', if(seq % 2, 'SIGNED_IN', 'SIGNED_OUT') from"""
                + Numbers.between(1, 100000))
        .executeUpdate();
    long middle = number("select max(id) - 50000 from audit_entry");
    for (Kind kind : new Kind[] {null, Kind.SIGN_IN, Kind.SETTINGS, Kind.DOWNLOAD}) {
      for (long before : new long[] {Long.MAX_VALUE, middle}) {
        long countingAlone = rowsReadBy(() -> {});
        long reading = rowsReadBy(() -> log.newest(kind, before, PAGE));
        assertThat(reading - countingAlone)
            .as("rows read for %s before %d", kind, before)
            .isLessThan(10 * PAGE);
      }
    }
  }

  private long rowsReadBy(Runnable reader) {
    long before = rowsRead();
    reader.run();
    return rowsRead() - before;
  }

  private long rowsRead() {
    return ((List<?>)
            entityManager
                .createNativeQuery("show session status like 'Handler\\_read\\_%'")
                .getResultList())
        .stream().mapToLong(row -> Long.parseLong((String) ((Object[]) row)[1])).sum();
  }

  private long number(String query) {
    return ((Number) entityManager.createNativeQuery(query).getSingleResult()).longValue();
  }
}
