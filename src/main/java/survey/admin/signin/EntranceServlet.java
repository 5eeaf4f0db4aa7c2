package survey.admin.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The admins' first page without its last slash, as people type it. The server itself would lead
 * there by an address that has whatever host the request names.
 */
@WebServlet("/admin")
public class EntranceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", ReturnAddress.withLanguage("/admin/", request.getParameter("lang")));
  }
}
