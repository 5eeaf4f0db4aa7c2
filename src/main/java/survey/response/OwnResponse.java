package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Changes the response that a receipt opens. It, the counts, and what observes {@link
 * RespondentChange} change together or not at all.
 */
@ApplicationScoped
class OwnResponse {
  @Inject Responses responses;
  @Inject Event<RespondentChange> changes;

  /**
   * Replaces what it says.
   *
   * @throws Outdated if there is no such response, or it says something else by now than it did at
   *     that version
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Outdated.class)
  void correct(Receipt receipt, int version, Draft draft) throws Outdated {
    Response response = responses.lock(receipt).orElseThrow(Outdated::new);
    if (response.isWithdrawn()) {
      throw new Outdated();
    }
    if (draft.isWhat(response)) {
      return;
    }
    responses.change(response.getId(), version, changed -> changed.correct(draft));
    changes.fire(new RespondentChange(response, RespondentChange.Kind.CORRECTED));
  }

  /** Erases what it says; nothing if there is no such response, or nothing left of it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void withdraw(Receipt receipt) {
    Response response =
        responses.lock(receipt).filter(stored -> !stored.isWithdrawn()).orElse(null);
    if (response == null) {
      return;
    }
    try {
      responses.change(response.getId(), response.getVersion(), Response::withdraw);
    } catch (Outdated e) {
      throw new IllegalStateException("a locked response has changed", e);
    }
    changes.fire(new RespondentChange(response, RespondentChange.Kind.WITHDRAWN));
  }
}
