package survey.admin.recount;

import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.signin.ReturnAddress;
import survey.response.Causes;
import survey.response.recount.LastRecount;
import survey.response.recount.Recounting;
import survey.response.recount.Recounts;

/**
 * {@code POST /admin/recount} asks for a recount, with {@code rebuild=1} for what differs to be put
 * right too, and leads to the dashboard. {@code GET /admin/recount} says how the last one went, as
 * JSON: {@code {"pending":false,"asOf":"2026-11-23T04:05:06Z","responses":100,"cells":0,
 * "difference":0,"rebuilt":0}}, and no figures before the first. While {@code pending}, somebody
 * has asked for one that is not done yet.
 */
@WebServlet("/admin/recount")
public class RecountServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(RecountServlet.class.getName());
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject transient Recounting recounting;
  @Inject transient Recounts recounts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      recounting.ask(request.getRemoteUser(), "1".equals(request.getParameter("rebuild")));
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", ReturnAddress.of("/admin/").in(request.getParameter("lang")));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "nobody can ask for a recount: {0}", Causes.describe(e));
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      LastRecount last = recounts.last();
      JsonObjectBuilder json = JSON.createObjectBuilder().add("pending", last.isAskedFor());
      if (last.isKnown()) {
        json.add("asOf", last.asOf().toString())
            .add("responses", last.responses())
            .add("cells", last.cells())
            .add("difference", last.difference())
            .add("rebuilt", last.rebuilt());
      }
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().print(json.build());
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the last recount cannot be read: {0}", Causes.describe(e));
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
