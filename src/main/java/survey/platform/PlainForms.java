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

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean isRead = request.getDispatcherType() == DispatcherType.ERROR;
    try (FormPlace place = new FormPlace()) {
      Map<String, String[]> fields;
      try {
        fields = isRead ? FormFields.ofQuery(request) : FormFields.of(request, place);
      } catch (FormPlace.TooManyForms e) {
        response.setHeader("Connection", "close");
        response.setHeader("Retry-After", "10");
        response.sendError(TOO_MANY_REQUESTS);
        return;
      } catch (IOException e) {
        // Half a form is none: what is missing may be the end of a comment.
        response.setHeader("Connection", "close");
        response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
        return;
      }
      chain.doFilter(new Plain(request, fields, isRead), response);
    }
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
