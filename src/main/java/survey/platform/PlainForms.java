package survey.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Gives respondents' pages the fields of a plain HTML form, whatever was sent: see {@link
 * FormFields}. These pages keep no view, so there is none to restore either: what a request claims
 * to know of Faces' inner state comes to them as the foreign field that it is, and does not reach
 * Faces, which would answer a made-up one with 500.
 */
@WebFilter(filterName = "plainForms", asyncSupported = true)
public class PlainForms extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final int TOO_MANY_REQUESTS = 429;

  /**
   * Forms that are longer than ours, until they are answered: what was typed is shown again, which
   * takes many times its memory, and it comes as slowly as a load balancer lets it through, which
   * holds back no more than its buffer takes.
   */
  private static final Semaphore LONG_ONES = new Semaphore(4);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isRead(request) || !FormFields.areLong(request)) {
      serve(request, response, chain);
    } else if (LONG_ONES.tryAcquire()) {
      try {
        serve(request, response, chain);
      } finally {
        LONG_ONES.release();
      }
    } else {
      putOff(response);
    }
  }

  private static void serve(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Map<String, String[]> fields;
    try {
      fields = isRead(request) ? FormFields.ofQuery(request) : FormFields.of(request);
    } catch (FormFields.TooManyForms e) {
      putOff(response);
      return;
    } catch (IOException e) {
      // Half a form is none: what is missing may be the end of a comment.
      response.setHeader("Connection", "close");
      response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
      return;
    }
    chain.doFilter(new Plain(request, fields, isRead(request)), response);
  }

  /** An error page, whatever was asked, takes no fields but the query's. */
  private static boolean isRead(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR;
  }

  private static void putOff(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", "10");
    response.sendError(TOO_MANY_REQUESTS);
  }

  private static final class Plain extends HttpServletRequestWrapper {
    private static final String FACES_HEADER = "Faces-Request";
    private static final String ACCEPT_HEADER = "Accept";
    private static final String ANYTHING = "*/*";

    private final Map<String, String[]> fields;
    private final boolean isRead;

    Plain(HttpServletRequest request, Map<String, String[]> fields, boolean isRead) {
      super(request);
      this.fields = fields;
      this.isRead = isRead;
    }

    /**
     * An error page is read, whatever was asked: Faces would answer a made-up method by nothing.
     */
    @Override
    public String getMethod() {
      return isRead && !super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return fields;
    }

    @Override
    public String getParameter(String name) {
      String[] values = fields.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
      return fields.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(fields.keySet());
    }

    /**
     * Every address has one kind of answer; a malformed wish for another would be answered by 500.
     */
    @Override
    public String getHeader(String name) {
      if (name.equalsIgnoreCase(FACES_HEADER)) {
        return null;
      }
      return name.equalsIgnoreCase(ACCEPT_HEADER) ? ANYTHING : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(ACCEPT_HEADER)
          ? Collections.enumeration(List.of(ANYTHING))
          : super.getHeaders(name);
    }
  }
}
