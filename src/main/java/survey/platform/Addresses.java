package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses there are. The server offers each page under several spellings, and endpoints of
 * its own; only those published in {@code web.xml} answer, and only to the methods they have.
 */
public class Addresses extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  /**
   * Addresses that are read, and those that are posted to as well: patterns of the whole path as it
   * was sent.
   */
  private Pattern read;

  private Pattern posted;

  @Override
  public void init(FilterConfig config) throws ServletException {
    super.init(config);
    read = Pattern.compile(config.getInitParameter("read"));
    posted = Pattern.compile(config.getInitParameter("posted"));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI();
    boolean isPosted = posted.matcher(address).matches();
    if (!isPosted && !read.matcher(address).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!READING.contains(request.getMethod())
        && !(isPosted && request.getMethod().equals("POST"))) {
      // What the server takes for no body would be read as the next request.
      response.setHeader("Connection", "close");
      response.setHeader("Allow", isPosted ? "GET, HEAD, POST" : "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }
}
