package survey.platform;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** A form's place among those that are at hand at the same time. */
final class FormPlace implements AutoCloseable {
  /** Half of the server's threads: however slowly forms come, the others serve pages. */
  private static final Semaphore READ = new Semaphore(32);

  /**
   * Forms that are longer than ours, until they are answered: what was typed is shown again, which
   * takes many times its memory, and it comes as slowly as a load balancer lets it through, which
   * holds back no more than its buffer takes.
   */
  private static final Semaphore LONG = new Semaphore(4);

  private Semaphore held;

  /**
   * Takes one, to read a form.
   *
   * @throws TooManyForms if there is none
   */
  void takeToRead() throws TooManyForms {
    take(READ);
  }

  /**
   * Takes one of the few for a form that turns out to be long, in place of the other.
   *
   * @throws TooManyForms if there is none
   */
  void takeForALongOne() throws TooManyForms {
    if (held != LONG) {
      close();
      take(LONG);
    }
  }

  /** The form has been read; a long one keeps its place. */
  void endReading() {
    if (held == READ) {
      close();
    }
  }

  private void take(Semaphore places) throws TooManyForms {
    if (!places.tryAcquire()) {
      throw new TooManyForms();
    }
    held = places;
  }

  /** Gives it back, if there is one. */
  @Override
  public void close() {
    if (held != null) {
      held.release();
      held = null;
    }
  }

  /** There are so many forms already that this one is not taken. */
  static final class TooManyForms extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
