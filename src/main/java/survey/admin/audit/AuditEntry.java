package survey.admin.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import survey.questionnaire.Wave;
import survey.response.ExclusionReason;
import survey.response.Response;

/** One thing that was done. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Instant at;
  private String account;

  @Enumerated(EnumType.STRING)
  private Action action;

  @Enumerated(EnumType.STRING)
  private Wave wave;

  @Column(name = "response_id")
  private Long responseId;

  private String selection;

  @Column(name = "row_count")
  private Long rowCount;

  @Enumerated(EnumType.STRING)
  private ExclusionReason reason;

  protected AuditEntry() {}

  AuditEntry(Instant at, String account, Action action) {
    this.at = at;
    this.account = account;
    this.action = action;
  }

  AuditEntry ofSelection(String selection, Long rowCount) {
    this.selection = selection;
    this.rowCount = rowCount;
    return this;
  }

  AuditEntry ofCount(long count) {
    this.rowCount = count;
    return this;
  }

  AuditEntry of(Response response) {
    this.wave = response.getWave();
    this.responseId = response.getId();
    this.reason = action == Action.RESPONSE_EXCLUDED ? response.getExclusionReason() : null;
    return this;
  }

  /** Greater than that of every entry before it. */
  public Long getId() {
    return id;
  }

  public Instant getAt() {
    return at;
  }

  /**
   * Who did it; null where somebody claimed a name that no account has, where a respondent did, and
   * where nobody did.
   */
  public String getAccount() {
    return account;
  }

  /** What stands for who did it where no account did: a key of the messages. */
  public String getActor() {
    return switch (Kind.of(action)) {
      case RESPONDENTS -> "audit.respondent";
      case RETENTION -> "audit.automatic";
      default -> "audit.nobody";
    };
  }

  public Action getAction() {
    return action;
  }

  /** The wave it touched, or null. */
  public Wave getWave() {
    return wave;
  }

  /** The response it touched, or null. */
  public Long getResponseId() {
    return responseId;
  }

  /**
   * Which responses a download or an erasure touched: filters as in a download's address, empty for
   * all responses; null for other actions.
   */
  public String getSelection() {
    return selection;
  }

  /**
   * How many responses a download sent, null while it is under way; how many comments were erased;
   * how many counts differed, or were put right; how many failures to sign in an entry stands for,
   * null where it is one; null for other actions.
   */
  public Long getRowCount() {
    return rowCount;
  }

  /** What {@link #getRowCount} counts: a key of the messages, whose place is for it. */
  public String getCounted() {
    return switch (action) {
      case COUNTS_COMPARED -> "audit.differing";
      case COUNTS_REBUILT -> "audit.cells";
      case SIGN_IN_FAILED -> "audit.tries";
      default -> "audit.rows";
    };
  }

  /** Why a response is excluded; null unless it is. */
  public ExclusionReason getReason() {
    return reason;
  }
}
