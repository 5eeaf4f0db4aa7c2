package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Refuses requests whose end, or whose host, a proxy may see differently (RFC 9112, 3.2 and 6.1):
 * the server takes an unknown transfer coding for no body, and would read the body as the next
 * request of whoever shares the connection.
 */
@WebFilter(filterName = "framing", asyncSupported = true)
public class Framing extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<String> codings = Collections.list(request.getHeaders("Transfer-Encoding"));
    boolean isClear =
        codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
    if (isClear && Collections.list(request.getHeaders("Host")).size() < 2) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("Connection", "close");
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
