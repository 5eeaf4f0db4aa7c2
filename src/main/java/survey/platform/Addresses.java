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
 * Which addresses there are. The server offers each page under several spellings, and endpoints of its own; only those
 * published here answer, and only to the methods they have.
 */
@WebFilter(filterName = "addresses")
public class Addresses extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> PAGES = Set.of("/", "/thanks", "/results", "/receipt", "/about");
  private static final Set<String> FORMS = Set.of("/", "/receipt");
  private static final Pattern FOR_MACHINES =
      Pattern.compile("/api/results|/health/(live|ready)|/survey\\.(css|js)|/icon\\.svg");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI();
    String method = request.getMethod();
    if (!PAGES.contains(address) && !FOR_MACHINES.matcher(address).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!READING.contains(method) && !(method.equals("POST") && FORMS.contains(address))) {
      response.setHeader("Allow", FORMS.contains(address) ? "GET, HEAD, POST" : "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }
}
