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
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Respondents' pages keep no view, so there is none to restore: whatever a request claims to know of Faces' inner state
 * is passed on under another name, as the foreign field that it is. Otherwise a made-up view state would be answered by
 * 500.
 */
@WebFilter(filterName = "plainForms")
public class PlainForms extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new WithoutFaces(request), response);
  }

  private static final class WithoutFaces extends HttpServletRequestWrapper {
    private static final String FACES_PARAMETER = "jakarta.faces.";
    private static final String FACES_HEADER = "Faces-Request";

    private Map<String, String[]> parameters;

    WithoutFaces(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      if (parameters == null) {
        Map<String, String[]> renamed = new LinkedHashMap<>();
        super.getParameterMap()
            .forEach((name, values) -> renamed.put(name.startsWith(FACES_PARAMETER) ? "foreign." + name : name, values));
        parameters = Collections.unmodifiableMap(renamed);
      }
      return parameters;
    }

    @Override
    public String getParameter(String name) {
      String[] values = getParameterMap().get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
      return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase(FACES_HEADER) ? null : super.getHeader(name);
    }
  }
}
