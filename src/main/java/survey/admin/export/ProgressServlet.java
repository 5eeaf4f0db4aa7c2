package survey.admin.export;

import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/**
 * {@code GET /admin/progress?id=UUID}: how far one's own download is, as JSON: {@code
 * {"rows":2000,"state":"RUNNING"}}, and in the end {@code COMPLETE} or {@code BROKEN}.
 */
@WebServlet("/admin/progress")
public class ProgressServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(ProgressServlet.class.getName());
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject transient Downloads downloads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Optional<Downloads.Progress> progress =
          Query.id(Optional.ofNullable(request.getParameter("id")).orElse(""))
              .flatMap(id -> downloads.find(id, request.getRemoteUser()));
      if (progress.isEmpty()) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      } else {
        response.setContentType("application/json;charset=UTF-8");
        response
            .getWriter()
            .print(
                JSON.createObjectBuilder()
                    .add("rows", progress.get().rows())
                    .add("state", progress.get().state().name())
                    .build());
      }
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "a download''s progress cannot be read: {0}", Causes.describe(e));
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
