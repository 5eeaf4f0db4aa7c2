package survey.admin.export;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import survey.admin.audit.AuditLog;
import survey.response.Causes;

/**
 * {@code GET /admin/responses.csv} and {@code GET /admin/export.zip}: the responses as a file. What
 * fails after the first bytes were sent is thrown on, so that the transfer breaks and the client
 * notices.
 */
@WebServlet({"/admin/responses.csv", "/admin/export.zip"})
public class DownloadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(DownloadServlet.class.getName());

  /** At once on this node, as many as there are connections for them. */
  private static final int PLACES = 2;

  private static final String RETRY_SECONDS = "30";
  private static final int BUFFER = 1 << 16;

  @Resource(lookup = "java:app/jdbc/exports")
  transient DataSource database;

  @Inject transient AuditLog auditLog;
  @Inject transient Downloads downloads;
  @Inject transient Clock clock;

  private final transient Semaphore places = new Semaphore(PLACES);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Query query = Query.of(request.getParameterMap());
    if (!query.problems().isEmpty()) {
      refuse(request, response, query);
    } else if (!places.tryAcquire()) {
      postpone(request, response, "download.places");
    } else {
      try {
        deliver(request, response, query);
      } finally {
        places.release();
      }
    }
  }

  /** The same headers; nothing is read and nothing noted. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Query query = Query.of(request.getParameterMap());
    if (query.problems().isEmpty()) {
      describe(request, response);
      // Else the answer would say that the file has no bytes.
      response.flushBuffer();
    } else {
      refuse(request, response, query);
    }
  }

  private void deliver(HttpServletRequest request, HttpServletResponse response, Query query)
      throws IOException {
    Delivery delivery =
        new Delivery(
            auditLog, downloads, request.getRemoteUser(), query.selection(), query.download());
    try (Snapshot snapshot =
        new Snapshot(database.getConnection(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      delivery.begin();
      describe(request, response);
      send(Format.of(request.getServletPath()), snapshot, query, response, delivery);
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.SEVERE, "a download cannot begin: {0}", Causes.describe(e));
      postpone(request, response, "download.unavailable");
    }
  }

  private void describe(HttpServletRequest request, HttpServletResponse response) {
    Format format = Format.of(request.getServletPath());
    response.setContentType(format.contentType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s\"".formatted(format.fileName(clock.instant())));
  }

  /** Closing the output sends the end, which only a whole file has. */
  private static void send(
      Format format,
      Snapshot snapshot,
      Query query,
      HttpServletResponse response,
      Delivery delivery)
      throws IOException {
    try {
      response.flushBuffer();
      OutputStream output =
          new Pace(
              new BufferedOutputStream(response.getOutputStream(), BUFFER),
              Pace.SLOWEST,
              System::nanoTime);
      switch (format) {
        case CSV -> CsvFile.write(snapshot, query, output, delivery::addRow);
        case ZIP -> ZipFile.write(snapshot, query, output, delivery::addRow);
      }
      output.close();
      delivery.complete();
    } catch (SQLException | IOException | RuntimeException e) {
      delivery.fail();
      throw new IOException("the download broke", e);
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, Query query)
      throws IOException {
    ResourceBundle messages = messages(request);
    say(
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        query.problems().stream()
            .map(problem -> problem.sentence(messages))
            .collect(joining("\n")));
  }

  private static void postpone(
      HttpServletRequest request, HttpServletResponse response, String message) throws IOException {
    response.setHeader("Retry-After", RETRY_SECONDS);
    say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, messages(request).getString(message));
  }

  private static ResourceBundle messages(HttpServletRequest request) {
    return ResourceBundle.getBundle(
        "survey.messages",
        "en".equals(request.getParameter("lang")) ? Locale.ENGLISH : Locale.JAPANESE);
  }

  private static void say(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(text);
  }
}
