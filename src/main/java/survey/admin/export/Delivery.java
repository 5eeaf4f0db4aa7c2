package survey.admin.export;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.audit.Action;
import survey.admin.audit.AuditLog;
import survey.admin.selection.Selection;
import survey.response.Causes;

/** One download as the audit log and the page that started it are told of it. */
final class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
  private static final long SECOND = 1_000_000_000;

  /** The clock is not looked at for each of a million rows. */
  private static final int ROWS_BETWEEN_LOOKS = 64;

  /** Five minutes: then the log says that the download began, and no more. */
  private static final int MOST_RETRIES = 60;

  private static final int SECONDS_BETWEEN_RETRIES = 5;

  private final AuditLog auditLog;
  private final Downloads downloads;
  private final String account;
  private final Selection selection;
  private final Optional<UUID> id;
  private long rows;
  private long toldAt = System.nanoTime();

  /**
   * @param id under which its progress is asked for, if it is
   */
  Delivery(
      AuditLog auditLog,
      Downloads downloads,
      String account,
      Selection selection,
      Optional<UUID> id) {
    this.auditLog = auditLog;
    this.downloads = downloads;
    this.account = account;
    this.selection = selection;
    this.id = id;
  }

  /**
   * Before the first byte is sent.
   *
   * @throws RuntimeException if it cannot be noted; there is no download without
   */
  void begin() {
    auditLog.addDownload(Action.DOWNLOAD_STARTED, account, selection.query(), null);
    id.ifPresent(known -> downloads.begin(known, account));
  }

  /** One response more was sent. About once a second, the page that asks can know. */
  void addRow() {
    rows++;
    if (rows % ROWS_BETWEEN_LOOKS == 0 && System.nanoTime() - toldAt >= SECOND) {
      tell(Downloads.State.RUNNING);
      toldAt = System.nanoTime();
    }
  }

  long rows() {
    return rows;
  }

  /** All was sent. */
  void complete() {
    end(Action.DOWNLOAD_COMPLETED, Downloads.State.COMPLETE);
  }

  /** What was sent is not whole. */
  void fail() {
    end(Action.DOWNLOAD_BROKEN, Downloads.State.BROKEN);
  }

  private void end(Action action, Downloads.State state) {
    if (!isNoted(action)) {
      // Where the database broke the download it may be back soon.
      Thread later = new Thread(() -> noteLater(action), "end-of-a-download");
      later.setDaemon(true);
      later.start();
    }
    tell(state);
  }

  private boolean isNoted(Action action) {
    try {
      auditLog.addDownload(action, account, selection.query(), rows);
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the end of a download cannot be noted: {0}", Causes.describe(e));
      return false;
    }
  }

  private void noteLater(Action action) {
    try {
      for (int i = 0; i < MOST_RETRIES; i++) {
        TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_RETRIES);
        if (isNoted(action)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A download does not fail for want of somebody who is told of it. */
  private void tell(Downloads.State state) {
    try {
      id.ifPresent(known -> downloads.update(known, account, new Downloads.Progress(rows, state)));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a download''s progress cannot be noted: {0}", Causes.describe(e));
    }
  }
}
