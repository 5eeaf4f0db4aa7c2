package survey.admin.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import survey.admin.audit.AuditLog;
import survey.questionnaire.AgeBand;
import survey.response.Outdated;
import survey.response.Response;
import survey.response.Responses;
import survey.results.comments.BandRule;
import survey.results.crosstab.CrossTabulations;

/**
 * Changes what counts and what is published. The response, the counts and the audit log change
 * together or not at all, each response in a transaction of its own.
 */
@ApplicationScoped
class Moderation {
  @Inject Responses responses;
  @Inject CrossTabulations crossTabulations;
  @Inject AuditLog auditLog;

  /**
   * Carries a decision out.
   *
   * @param seen the response as it was looked at
   * @throws Outdated if there is no such response, or somebody else has changed it since
   * @throws Unconfirmed if its comment seems to hold personal data, and the order does not say that
   *     it may be published so
   * @throws survey.response.NotApplicable if the response is not one to decide so about
   */
  @Transactional(
      value = Transactional.TxType.REQUIRES_NEW,
      rollbackOn = {Outdated.class, Unconfirmed.class})
  void carryOut(Order order, Seen seen) throws Outdated, Unconfirmed {
    Response response =
        responses.change(seen.id(), seen.version(), changed -> apply(order, changed));
    if (order.decision() == Decision.APPROVE
        && !order.isConfirmed()
        && !Findings.in(response.getComment()).isEmpty()) {
      throw new Unconfirmed();
    }
    auditLog.addChange(order.decision().action(), order.account(), response);
  }

  private void apply(Order order, Response response) {
    switch (order.decision()) {
      case APPROVE -> response.approve(band(response));
      case REFUSE -> response.refuse();
      case REOPEN -> response.reopen();
      case EXCLUDE -> response.exclude(order.reason());
      case RESTORE -> response.restore();
    }
  }

  /** The age that an approval lets its comment show; null for none, as of one withdrawn. */
  private AgeBand band(Response response) {
    if (response.getAgeGroup() == null) {
      return null;
    }
    return BandRule.shownFor(response.getAgeGroup(), crossTabulations::isPublished).orElse(null);
  }

  /** Whether the response is by now as it was ordered, whoever did it. */
  @Transactional
  boolean isSo(Order order, Seen seen) {
    return responses.find(List.of(seen.id())).stream().anyMatch(order::isSoOf);
  }

  /** Whether what has changed the response since it was looked at was this order. */
  @Transactional
  boolean isDone(Order order, Seen seen) {
    return responses.find(List.of(seen.id())).stream()
        .filter(response -> response.getVersion() == seen.version() + 1)
        .filter(order::isSoOf)
        .anyMatch(
            response ->
                auditLog.isLastBy(order.account(), order.decision().action(), response.getId()));
  }
}
