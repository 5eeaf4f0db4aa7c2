package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Waits longer for those who read downloads than for all others. A page fits into the network's
 * buffers, so that whoever takes nothing of it for five seconds has gone; a program that stores
 * what it downloads, or one that was told to pause, goes on only when it has room again. How slow
 * they may be at most is the download's to say.
 */
@WebFilter({"/admin/responses.csv", "/admin/export.zip"})
public class PatientDownloads extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Transport transport = Transport.of(request);
    Duration usual = transport.waitForReader(LONGEST);
    try {
      chain.doFilter(request, response);
      transport.awaitSent(LONGEST);
    } finally {
      transport.waitForReader(usual);
    }
  }
}
