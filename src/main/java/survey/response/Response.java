package survey.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import survey.questionnaire.AgeBand;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;
import survey.questionnaire.Wave;

/**
 * One completed questionnaire. It is born when a respondent sends the form, counts at once, and can
 * be found again by its form's key and by its receipt, of which it holds hashes alone. Its
 * respondent may correct it, which is a new version of the same time, or withdraw it, which leaves
 * a bare row; an admin may exclude it and bring it back; its comment may be erased after a time.
 * The 100 of the original wave have neither key nor receipt; of them only the choice that each is
 * listed under is known, and they never change.
 */
@Entity
@Table(name = "response")
public class Response {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private Wave wave;

  @Column(name = "original_no")
  private Integer originalNo;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "stop_business")
  private Boolean stopBusiness;

  private Boolean complain;

  @Column(name = "forgive_if_apologised")
  private Boolean forgiveIfApologised;

  @Column(name = "not_bothered")
  private Boolean notBothered;

  @Column(name = "primary_choice")
  @Enumerated(EnumType.STRING)
  private Choice primaryChoice;

  @Column(name = "age_group")
  @Enumerated(EnumType.STRING)
  private AgeGroup ageGroup;

  @Enumerated(EnumType.STRING)
  private Gender gender;

  @Enumerated(EnumType.STRING)
  private Occupation occupation;

  private String comment;

  @Column(name = "comment_public")
  @Enumerated(EnumType.STRING)
  private CommentPublication commentPublic;

  @Column(name = "comment_band")
  @Enumerated(EnumType.STRING)
  private AgeBand commentBand;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "exclusion_reason")
  @Enumerated(EnumType.STRING)
  private ExclusionReason exclusionReason;

  @Column(name = "status_before")
  @Enumerated(EnumType.STRING)
  private Status statusBefore;

  @Version private int version;

  private boolean repeated;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "receipt_hash")
  private byte[] receiptHash;

  protected Response() {}

  /** A new response of the LIVE wave from a draft without problems. */
  Response(Draft draft, Status status, Key key, Receipt receipt, Instant submittedAt) {
    this.wave = Wave.LIVE;
    this.status = status;
    this.submittedAt = submittedAt;
    this.keyHash = key.hash();
    this.receiptHash = receipt.hash();
    this.commentPublic = draft.publication();
    answer(draft);
  }

  private void answer(Draft draft) {
    Answers answers = draft.answers();
    this.stopBusiness = answers.choices().contains(Choice.STOP_BUSINESS);
    this.complain = answers.choices().contains(Choice.COMPLAIN);
    this.forgiveIfApologised = answers.choices().contains(Choice.FORGIVE_IF_APOLOGISED);
    this.notBothered = answers.choices().contains(Choice.NOT_BOTHERED);
    this.primaryChoice = answers.primary();
    this.ageGroup = answers.ageGroup();
    this.gender = answers.gender();
    this.occupation = answers.occupation();
    this.comment = draft.commentOrNull();
  }

  /**
   * Replaces what its respondent said. When it was sent, and whether it counts, stays. A comment
   * that is not just what an admin has decided about waits for a decision again.
   *
   * @param draft one without problems
   * @throws NotApplicable if it is withdrawn, or of the original wave
   */
  void correct(Draft draft) {
    require(isCorrectable());
    List<Object> decidedAbout = whatAnAdminDecidesAbout();
    answer(draft);
    boolean isWanted = draft.publication() == CommentPublication.REQUESTED;
    if (!isWanted
        || commentPublic == CommentPublication.NO
        || !decidedAbout.equals(whatAnAdminDecidesAbout())) {
      commentPublic = draft.publication();
      commentBand = null;
    }
  }

  /** What the public sees of it if its comment is published. */
  private List<Object> whatAnAdminDecidesAbout() {
    return Arrays.asList(comment, getChoices(), primaryChoice, ageGroup);
  }

  /**
   * Erases all that its respondent said, for good. A bare row stays: when it was sent, and what its
   * form and its receipt are recognised by, so that neither opens or sends anything anew.
   *
   * @throws NotApplicable if it is withdrawn already, or of the original wave
   */
  void withdraw() {
    require(isCorrectable());
    stopBusiness = null;
    complain = null;
    forgiveIfApologised = null;
    notBothered = null;
    primaryChoice = null;
    ageGroup = null;
    gender = null;
    occupation = null;
    comment = null;
    commentPublic = CommentPublication.NO;
    commentBand = null;
    status = Status.WITHDRAWN;
    exclusionReason = null;
    statusBefore = null;
  }

  /** Whether it is its respondent's to correct or withdraw. */
  private boolean isCorrectable() {
    return wave == Wave.LIVE && !isWithdrawn();
  }

  /** Whether its respondent has taken it back. */
  public boolean isWithdrawn() {
    return status == Status.WITHDRAWN;
  }

  /**
   * Takes it out of the counts. Whatever else it says stays as it is.
   *
   * @throws NotApplicable if it does not count, or is of the original wave
   */
  public void exclude(ExclusionReason reason) {
    require(isExcludable());
    statusBefore = status;
    exclusionReason = reason;
    status = Status.EXCLUDED;
  }

  /**
   * Brings it back to what it was before it was excluded.
   *
   * @throws NotApplicable if it is not excluded
   */
  public void restore() {
    require(isRestorable());
    status = statusBefore == null ? Status.COUNTED : statusBefore;
    statusBefore = null;
    exclusionReason = null;
  }

  /**
   * Lets its comment be published.
   *
   * @param band the age that is shown with it from now on; null for none
   * @throws NotApplicable if there is nothing that its respondent agreed to publish, it does not
   *     count, or it is published already
   */
  public void approve(AgeBand band) {
    require(isApprovable());
    commentPublic = CommentPublication.APPROVED;
    commentBand = band;
  }

  /**
   * Keeps its comment from being published, or takes it back.
   *
   * @throws NotApplicable if there is nothing that its respondent agreed to publish, or it is
   *     refused already
   */
  public void refuse() {
    require(isRefusable());
    commentPublic = CommentPublication.REFUSED;
    commentBand = null;
  }

  /**
   * Takes the decision about its comment back: it waits for one again, and is not published.
   *
   * @throws NotApplicable if nothing was decided
   */
  public void reopen() {
    require(isReopenable());
    commentPublic = CommentPublication.REQUESTED;
    commentBand = null;
  }

  /** Whether it can be taken out of the counts. */
  public boolean isExcludable() {
    return wave == Wave.LIVE && isCounted();
  }

  /** Whether it can be brought back. */
  public boolean isRestorable() {
    return status == Status.EXCLUDED;
  }

  /** Whether its comment can be approved. */
  public boolean isApprovable() {
    return isOfferedForPublication() && isCounted() && commentPublic != CommentPublication.APPROVED;
  }

  /** Whether its comment can be refused. */
  public boolean isRefusable() {
    return isOfferedForPublication() && commentPublic != CommentPublication.REFUSED;
  }

  /** Whether the decision about its comment can be taken back. */
  public boolean isReopenable() {
    return isOfferedForPublication() && commentPublic != CommentPublication.REQUESTED;
  }

  private boolean isOfferedForPublication() {
    return wave == Wave.LIVE && comment != null && commentPublic != CommentPublication.NO;
  }

  private void require(boolean possible) {
    if (!possible) {
      throw new NotApplicable(this);
    }
  }

  /** Its wave, status and state of publication, for a log: nothing of what it says. */
  @Override
  public String toString() {
    return wave + " " + status + " " + commentPublic;
  }

  public Long getId() {
    return id;
  }

  public Wave getWave() {
    return wave;
  }

  public Status getStatus() {
    return status;
  }

  /** Whether it is in the public figures: not excluded, not withdrawn. */
  public boolean isCounted() {
    return status == Status.COUNTED || status == Status.FLAGGED;
  }

  /** Why it was excluded; null unless it is. */
  public ExclusionReason getExclusionReason() {
    return exclusionReason;
  }

  /** Grows with every change that is decided upon; not when its form is sent again. */
  public int getVersion() {
    return version;
  }

  /** This response as it is now, as forms name it: its id and version, with a hyphen between. */
  public String getRevision() {
    return id + "-" + version;
  }

  /** Its place in the source, 1 to 100; null in the LIVE wave. */
  public Integer getOriginalNo() {
    return originalNo;
  }

  /** When it was stored; null for the original wave. */
  public Instant getSubmittedAt() {
    return submittedAt;
  }

  /** What was chosen, as far as it is known. */
  public Set<Choice> getChoices() {
    Set<Choice> choices = EnumSet.noneOf(Choice.class);
    for (Choice choice : Choice.values()) {
      if (Boolean.TRUE.equals(chose(choice))) {
        choices.add(choice);
      }
    }
    return choices;
  }

  /** Whether this choice was chosen; null where that is not known. */
  Boolean chose(Choice choice) {
    return switch (choice) {
      case STOP_BUSINESS -> stopBusiness;
      case COMPLAIN -> complain;
      case FORGIVE_IF_APOLOGISED -> forgiveIfApologised;
      case NOT_BOTHERED -> notBothered;
    };
  }

  public Choice getPrimaryChoice() {
    return primaryChoice;
  }

  public AgeGroup getAgeGroup() {
    return ageGroup;
  }

  public Gender getGender() {
    return gender;
  }

  public Occupation getOccupation() {
    return occupation;
  }

  /** The comment, letter for letter; null if there is none. */
  public String getComment() {
    return comment;
  }

  public CommentPublication getCommentPublic() {
    return commentPublic;
  }

  /** Whether its comment was approved, but is not shown, since it does not count. */
  public boolean isPublicationSuspended() {
    return commentPublic == CommentPublication.APPROVED && !isCounted();
  }

  /** The age that is shown with a published comment; null for none. */
  public AgeBand getCommentBand() {
    return commentBand;
  }

  /** Whether the same form was sent again after this response had been stored. */
  public boolean isRepeated() {
    return repeated;
  }
}
