package survey.platform;

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
import java.util.Map;

/**
 * Gives respondents' pages the fields of a plain HTML form, whatever was sent: see {@link
 * FormFields}. These pages keep no view, so there is none to restore either: what a request claims
 * to know of Faces' inner state comes to them as the foreign field that it is, and does not reach
 * Faces, which would answer a made-up one with 500.
 */
@WebFilter(filterName = "plainForms")
public class PlainForms extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Plain(request, FormFields.of(request)), response);
  }

  private static final class Plain extends HttpServletRequestWrapper {
    private static final String FACES_HEADER = "Faces-Request";

    private final Map<String, String[]> fields;

    Plain(HttpServletRequest request, Map<String, String[]> fields) {
      super(request);
      this.fields = fields;
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

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase(FACES_HEADER) ? null : super.getHeader(name);
    }
  }
}
