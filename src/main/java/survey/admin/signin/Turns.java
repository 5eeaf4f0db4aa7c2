package survey.admin.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import survey.response.Recent;

/**
 * Lets costly work happen one at a time, with few waiting for a short while: so that whoever asks
 * for much of it takes neither both cores nor the server's threads from respondents.
 *
 * <p>Who asked first comes first, for a while even where they were put off and ask again: among
 * those who wait, the one who asked last makes room. So whoever keeps asking waits for those alone
 * who asked before.
 */
final class Turns {
  private static final int MOST_REMEMBERED = 50_000;

  private final int most;
  private final Duration patience;
  private final Duration memory;
  private final Clock clock;

  private final NavigableSet<Turn> waiting =
      new TreeSet<>(Comparator.comparing(Turn::since).thenComparing(Turn::number));

  /** Who was put off, and since when they have been asking. */
  private final Recent<Instant> askingSince = new Recent<>(MOST_REMEMBERED);

  private boolean isTaken;
  private long number;

  /**
   * @param most how many wait, at most
   * @param patience how long each of them waits, at most
   * @param memory how long it counts that somebody asked
   */
  Turns(int most, Duration patience, Duration memory, Clock clock) {
    this.most = most;
    this.patience = patience;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * What the work gave, or nothing if its turn did not come.
   *
   * @param who by whom it is asked for
   */
  <T> Optional<T> take(String who, Supplier<T> work) {
    Turn turn = queue(who);
    if (!comes(turn)) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      pass();
    }
  }

  private synchronized Turn queue(String who) {
    Instant now = clock.instant();
    Instant asked = askingSince.getOrDefault(who, now);
    boolean counts = !asked.isAfter(now) && !asked.plus(memory).isBefore(now);
    Turn turn = new Turn(who, counts ? asked : now, number++, new CompletableFuture<>());
    askingSince.remove(who);
    waiting.add(turn);
    if (isTaken) {
      if (waiting.size() > most) {
        putOff(waiting.last());
      }
    } else {
      isTaken = true;
      giveToTheFirst();
    }
    return turn;
  }

  /** Whether it comes while there is patience. */
  private boolean comes(Turn turn) {
    try {
      return turn.comes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      putOff(turn);
      return turn.comes().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      putOff(turn);
      if (turn.comes().join()) {
        pass();
      }
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets somebody wait no longer, unless it is settled already whether their turn comes. */
  private synchronized void putOff(Turn turn) {
    if (waiting.remove(turn)) {
      askingSince.note(turn.who(), turn.since());
      turn.comes().complete(false);
    }
  }

  private synchronized void pass() {
    isTaken = !waiting.isEmpty();
    if (isTaken) {
      giveToTheFirst();
    }
  }

  private void giveToTheFirst() {
    waiting.pollFirst().comes().complete(true);
  }

  /**
   * Somebody's turn.
   *
   * @param since when they began to ask
   * @param number later ones have greater ones
   * @param comes whether it comes, once that is settled
   */
  private record Turn(String who, Instant since, long number, CompletableFuture<Boolean> comes) {}
}
