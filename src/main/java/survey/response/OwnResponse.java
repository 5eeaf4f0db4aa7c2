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
   * @return whether it said something else before
   * @throws Outdated if there is no such response, or it says something else by now than it did at
   *     that version
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Outdated.class)
  boolean correct(Receipt receipt, int version, Draft draft) throws Outdated {
    Response response = responses.lock(receipt).orElseThrow(Outdated::new);
    if (response.isWithdrawn()) {
      throw new Outdated();
    }
    if (draft.saysTheSameAs(Draft.of(response))) {
      return false;
    }
    responses.change(response.getId(), version, changed -> changed.correct(draft));
    changes.fire(new RespondentChange(response));
    return true;
  }

  /**
   * Erases what it says.
   *
   * @return whether there was such a response, and anything left of it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean withdraw(Receipt receipt) {
    Response response =
        responses.lock(receipt).filter(stored -> !stored.isWithdrawn()).orElse(null);
    if (response == null) {
      return false;
    }
    try {
      responses.change(response.getId(), response.getVersion(), Response::withdraw);
    } catch (Outdated e) {
      throw new IllegalStateException("a locked response has changed", e);
    }
    changes.fire(new RespondentChange(response));
    return true;
  }
}
