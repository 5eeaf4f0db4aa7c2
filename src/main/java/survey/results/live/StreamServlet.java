package survey.results.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /api/results/stream}: the results as Server-Sent Events. A servlet of its own, since
 * Jakarta REST offers no answer that waits for its reader without a thread.
 */
@WebServlet(urlPatterns = "/api/results/stream", asyncSupported = true)
public class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String RETRY_SECONDS = "30";
  private static final long FOR_GOOD = 0;

  /** Some 30 kB, were none of them taken: a minute of constant change. */
  private static final int MANY_EVENTS = 64;

  /**
   * HTTP/2 has all that its readers do not take wait in memory, in 8 kB each. Without TLS no
   * browser speaks it, so there is room for few.
   */
  private static final int FEW_EVENTS = 16;

  private static final int MANY_VIEWERS = 3000;
  private static final int FEW_VIEWERS = 100;

  @Inject transient Feed feed;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isMultiplexed = !request.getProtocol().startsWith("HTTP/1.");
    if (!feed.hasRoom(isMultiplexed ? FEW_VIEWERS : MANY_VIEWERS, request.getRemoteAddr())) {
      response.setHeader("Retry-After", RETRY_SECONDS);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    describe(response);
    AsyncContext context = request.startAsync();
    context.setTimeout(FOR_GOOD);
    Viewer viewer =
        new Viewer(
            context,
            response.getOutputStream(),
            isMultiplexed ? FEW_EVENTS : MANY_EVENTS,
            feed::forget,
            System::nanoTime);
    response.getOutputStream().setWriteListener(viewer);
    feed.admit(viewer, request.getRemoteAddr());
  }

  /** Without a body, so that nobody is left with an open stream. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    describe(response);
  }

  private static void describe(HttpServletResponse response) {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    // Else nginx would hold events back until it has some kilobytes of them.
    response.setHeader("X-Accel-Buffering", "no");
  }
}
