package survey.admin.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leads from {@code /admin} to {@code /admin/}. Without it the container would, past all filters,
 * to whatever host the request claims to be meant for.
 */
@WebServlet("/admin")
public class WithoutSlash extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", ReturnAddress.withLanguage("/admin/", request.getParameter("lang")));
  }
}
