package survey.admin.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/** Ends a sign-in, by a post alone: a link or an image must not. */
@WebServlet("/admin/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(SignOutServlet.class.getName());

  @Inject transient AdminSessions sessions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", "POST");
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      SignInCookie.read(request)
          .ifPresent(token -> sessions.signOut(token, request.getRemoteUser()));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "nobody can sign out: {0}", Causes.describe(e));
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    SignInCookie.clear(request, response);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        ReturnAddress.withLanguage("/login?signed-out=1", request.getParameter("lang")));
  }
}
