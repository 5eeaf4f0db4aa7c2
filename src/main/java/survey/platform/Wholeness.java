package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it that an answer which fails half-way does not look whole. The server would end it as if
 * nothing had happened; here its connection breaks instead, and the client knows.
 */
@WebFilter(filterName = "wholeness", asyncSupported = true)
public class Wholeness extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(Wholeness.class.getName());

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException | Error e) {
      if (!response.isCommitted()) {
        throw e;
      }
      LOG.log(
          Level.WARNING,
          "{0} was broken off: {1}",
          new Object[] {request.getServletPath(), e.getClass().getSimpleName()});
      Transport.of(request).breakOff();
    }
  }
}
