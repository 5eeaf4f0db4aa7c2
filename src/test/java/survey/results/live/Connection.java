package survey.results.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A viewer's connection in the container's place, with a clock that tests set. */
final class Connection extends ServletOutputStream {
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final AtomicInteger writers = new AtomicInteger();
  private volatile boolean isReady = true;
  private volatile boolean isBroken;
  private volatile boolean wasShared;
  private final AtomicInteger completions = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();

  AsyncContext context() {
    return (AsyncContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AsyncContext.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("complete")) {
                throw new UnsupportedOperationException(method.getName());
              }
              completions.incrementAndGet();
              return null;
            });
  }

  void stall() {
    isReady = false;
  }

  void recover() {
    isReady = true;
  }

  void breakDown() {
    isBroken = true;
  }

  void wait(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  long nanos() {
    return nanos.get();
  }

  int completions() {
    return completions.get();
  }

  /** Whether two threads wrote at the same time. */
  boolean wasShared() {
    return wasShared;
  }

  /** What it has been sent since it was last asked. */
  synchronized String received() {
    String text = taken.toString(UTF_8);
    taken.reset();
    return text;
  }

  @Override
  public boolean isReady() {
    return isReady;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!isReady) {
      throw new IllegalStateException("written to while not ready");
    }
    if (isBroken) {
      throw new IOException("broken pipe");
    }
    wasShared |= writers.incrementAndGet() > 1;
    synchronized (this) {
      taken.writeBytes(bytes);
    }
    writers.decrementAndGet();
  }

  @Override
  public void write(int oneByte) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new UnsupportedOperationException();
  }
}
