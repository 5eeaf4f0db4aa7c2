package survey.results.comparison;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import survey.questionnaire.Choice;
import survey.results.Summary;
import survey.results.Tally;
import survey.results.statistics.Look;

/**
 * A look that was taken: LIVE's counts at the moment when a summary that was shown first reached
 * it. It stays as it is when responses are withdrawn later.
 */
@Entity
@Table(name = "comparison_look")
public class TakenLook {
  @Id private int number;

  @Column(name = "taken_at")
  private Instant takenAt;

  private long n;

  @Column(name = "stop_business")
  private long stopBusiness;

  private long complain;

  @Column(name = "forgive_if_apologised")
  private long forgiveIfApologised;

  @Column(name = "not_bothered")
  private long notBothered;

  @Column(name = "primary_stop_business")
  private long primaryStopBusiness;

  @Column(name = "primary_complain")
  private long primaryComplain;

  @Column(name = "primary_forgive_if_apologised")
  private long primaryForgiveIfApologised;

  @Column(name = "primary_not_bothered")
  private long primaryNotBothered;

  protected TakenLook() {}

  private TakenLook(Look look, Instant takenAt, Tally live) {
    number = look.number();
    this.takenAt = takenAt;
    n = live.n();
    stopBusiness = live.mentions().get(Choice.STOP_BUSINESS);
    complain = live.mentions().get(Choice.COMPLAIN);
    forgiveIfApologised = live.mentions().get(Choice.FORGIVE_IF_APOLOGISED);
    notBothered = live.mentions().get(Choice.NOT_BOTHERED);
    primaryStopBusiness = live.primary().get(Choice.STOP_BUSINESS);
    primaryComplain = live.primary().get(Choice.COMPLAIN);
    primaryForgiveIfApologised = live.primary().get(Choice.FORGIVE_IF_APOLOGISED);
    primaryNotBothered = live.primary().get(Choice.NOT_BOTHERED);
  }

  /**
   * The last look that this summary has reached, taken with its counts; looks skipped on the way
   * are not made up.
   *
   * @return nothing while LIVE has not reached the first
   */
  static Optional<TakenLook> at(Summary summary) {
    return Look.last(summary.live().n())
        .map(look -> new TakenLook(look, summary.asOf(), summary.live()));
  }

  /** 1 for the first. */
  public int number() {
    return number;
  }

  public Instant takenAt() {
    return takenAt;
  }

  /** What was planned for it: its level, and how many respondents it asks for. */
  public Look look() {
    return Look.last(n).orElseThrow();
  }

  /** LIVE's counts at that moment. */
  public Tally live() {
    return new Tally(
        n,
        0,
        Map.of(
            Choice.STOP_BUSINESS, stopBusiness,
            Choice.COMPLAIN, complain,
            Choice.FORGIVE_IF_APOLOGISED, forgiveIfApologised,
            Choice.NOT_BOTHERED, notBothered),
        n,
        Map.of(
            Choice.STOP_BUSINESS, primaryStopBusiness,
            Choice.COMPLAIN, primaryComplain,
            Choice.FORGIVE_IF_APOLOGISED, primaryForgiveIfApologised,
            Choice.NOT_BOTHERED, primaryNotBothered));
  }
}
