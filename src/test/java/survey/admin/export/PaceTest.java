package survey.admin.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Readers that keep up and those that do not, by a clock of the test's own. */
class PaceTest {
  private static final int SLOWEST = 1000;

  private Duration now = Duration.ZERO;
  private Duration perWrite = Duration.ZERO;
  private long taken;

  private final OutputStream reader =
      new OutputStream() {
        @Override
        public void write(int single) {
          throw new AssertionError("one byte alone");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          now = now.plus(perWrite);
          taken += length;
        }
      };
  private final Pace pace = new Pace(reader, SLOWEST, () -> now.toNanos());

  private void write(int times, int bytes) throws IOException {
    for (int i = 0; i < times; i++) {
      pace.write(new byte[bytes], 0, bytes);
    }
  }

  @Test
  void letsOneReadThatIsJustQuickEnough() throws IOException {
    perWrite = Duration.ofSeconds(1);
    write(1000, SLOWEST);
    assertThat(taken).isEqualTo(1000 * SLOWEST);
  }

  @Test
  void endsWithOneThatIsTooSlowForAMinute() throws IOException {
    perWrite = Duration.ofSeconds(1);
    write(59, SLOWEST - 1);
    assertThatThrownBy(() -> write(1, SLOWEST - 1)).isInstanceOf(IOException.class);
    assertThat(now).isEqualTo(Pace.PATIENCE);
  }

  @Test
  void doesNotLetOneOffThatHasBeenQuickBefore() throws IOException {
    write(1000, SLOWEST);
    perWrite = Duration.ofSeconds(1);
    write(60, 1);
    assertThatThrownBy(() -> write(60, 1)).isInstanceOf(IOException.class);
  }

  @Test
  void doesNotCountTheTimeInWhichNothingWasThereToRead() throws IOException {
    for (int i = 0; i < 100; i++) {
      now = now.plus(Duration.ofMinutes(5));
      write(1, 1);
    }
    assertThat(taken).isEqualTo(100);
  }
}
