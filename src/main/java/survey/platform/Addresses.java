package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses there are. The server offers each page under several spellings, and endpoints of its own; only the
 * published ones answer, and only to the methods they have.
 */
@WebFilter(filterName = "addresses")
public class Addresses extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Views under their file names, in all of Faces' mappings; the welcome file by name; health beyond our two. */
  private static final Pattern HIDDEN =
      Pattern.compile("(?i).*\\.(xhtml|jsf|faces|jsp)|/faces(/.*)?|/index|/health(/(?!live$|ready$).*)?");

  private static final Set<String> POSTED_TO = Set.of("/", "/receipt");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    String address = request.getRequestURI().equals("/") ? "/" : path;
    if (HIDDEN.matcher(address).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!isAllowed(request.getMethod(), address)) {
      response.setHeader("Allow", POSTED_TO.contains(address) ? "GET, HEAD, POST" : "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isAllowed(String method, String address) {
    return READING.contains(method) || (method.equals("POST") && POSTED_TO.contains(address));
  }
}
