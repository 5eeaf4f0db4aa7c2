package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Takes in what respondents send, exactly once per form: the first stored response stays, and
 * sending the form again, on whatever node and with whatever answers, gets the same receipt.
 */
@ApplicationScoped
public class Reception {
  @Inject Responses responses;
  @Inject Secret secret;
  @Inject Retries retries;
  @Inject Clock clock;

  /**
   * Stores a draft without problems, or finds it stored.
   *
   * @param status counted, or counted with a flag
   * @throws RuntimeException if the database does not take it; nothing is stored then, or all of
   *     it, and sending the form again settles it
   */
  Received receive(Key key, Draft draft, Status status) {
    return retries.run(isFirst -> receive(key, draft, status, isFirst));
  }

  private Received receive(Key key, Draft draft, Status status, boolean isFirst) {
    Receipt receipt = Receipt.of(key, secret);
    if (!isFirst && responses.contains(key)) {
      // What failed was only the news of it.
      return new Received(receipt, true);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      responses.add(new Response(draft, status, key, receipt, now));
      return new Received(receipt, true);
    } catch (RuntimeException e) {
      if (Causes.include(e, SQLIntegrityConstraintViolationException.class)
          && responses.markRepeated(key)) {
        return new Received(receipt, false);
      }
      throw e;
    }
  }

  /** The receipt of a form that was received before, noting that it was sent again. */
  Optional<Receipt> repeat(Key key) {
    return responses.markRepeated(key) ? Optional.of(Receipt.of(key, secret)) : Optional.empty();
  }
}
