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
  @Inject Clock clock;

  /**
   * Stores a draft without problems, or finds it stored.
   *
   * @param status counted, or counted with a flag
   * @throws RuntimeException if the database does not take it; nothing is stored then, or all of
   *     it, and sending the form again settles it
   */
  Received receive(Key key, Draft draft, Status status) {
    Receipt receipt = Receipt.of(key, secret);
    Instant limit = clock.instant().plus(Retries.LONGEST);
    while (true) {
      Instant now = clock.instant();
      try {
        responses.add(
            new Response(draft, status, key, receipt, now.truncatedTo(ChronoUnit.MICROS)));
        return new Received(receipt, true);
      } catch (RuntimeException e) {
        if (clock.instant().isAfter(limit)) {
          throw e;
        }
        if (isStored(key, e)) {
          return new Received(receipt, false);
        }
        if (!Causes.arePassing(e)) {
          throw e;
        }
      }
    }
  }

  /**
   * A key that stands already was sent before; one whose commit failed on the way back may be
   * stored all the same.
   */
  private boolean isStored(Key key, RuntimeException failure) {
    return Causes.include(failure, SQLIntegrityConstraintViolationException.class)
        ? responses.markRepeated(key)
        : responses.contains(key);
  }

  /** The receipt of a form that was received before, noting that it was sent again. */
  Optional<Receipt> repeat(Key key) {
    return responses.markRepeated(key) ? Optional.of(Receipt.of(key, secret)) : Optional.empty();
  }
}
