package survey.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.audit.AuditEntry;
import survey.admin.audit.AuditLog;
import survey.admin.export.RowsToCome;
import survey.admin.export.Selection;
import survey.questionnaire.Wave;
import survey.response.Causes;

/** The page at {@code /admin/}: how many responses there are, and what was done last. */
@Named
@RequestScoped
public class DashboardPage {
  private static final Logger LOG = Logger.getLogger(DashboardPage.class.getName());
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int LATEST = 8;

  @Inject StatusTallies statusTallies;
  @Inject RowsToCome rows;
  @Inject AuditLog log;
  @Inject Clock clock;

  private Instant asOf;
  private Map<Wave, StatusTally> tallies;
  private long today;
  private List<AuditEntry> latest;

  @PostConstruct
  void read() {
    asOf = clock.instant();
    LocalDate day = LocalDate.ofInstant(asOf, JAPAN);
    try {
      today = rows.count(new Selection(Wave.LIVE, day, day.plusDays(1), null, null));
      latest = log.newest(null, Long.MAX_VALUE, LATEST);
      tallies = statusTallies.byWave();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the dashboard cannot be read: {0}", Causes.describe(e));
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return tallies != null;
  }

  /** When the page was made. */
  public Instant getAsOf() {
    return asOf;
  }

  /** Of every wave, in their order. */
  public Map<Wave, StatusTally> getTallies() {
    return tallies;
  }

  public StatusTally getLive() {
    return tallies.get(Wave.LIVE);
  }

  /** How many of the LIVE wave's responses were submitted today in Japan. */
  public long getToday() {
    return today;
  }

  /** What was done last, newest first. */
  public List<AuditEntry> getLatest() {
    return latest;
  }
}
