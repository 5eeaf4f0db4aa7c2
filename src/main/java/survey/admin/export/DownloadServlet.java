package survey.admin.export;

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

  private static final int BUFFER = 1 << 16;

  @Resource(lookup = "java:app/jdbc/downloads")
  transient DataSource database;

  @Inject transient AuditLog auditLog;
  @Inject transient Downloads downloads;
  @Inject transient Clock clock;

  private final transient Semaphore places = new Semaphore(PLACES);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Query query = Query.of(request.getParameterMap());
    if (request.getProtocol().equals("HTTP/1.0")) {
      // It has no last chunk: a file that breaks off would look like one that is whole.
      Refusal.demand("download.http", request, response);
    } else if (!query.problems().isEmpty()) {
      Refusal.refuse(query.problems(), request, response);
    } else if (!places.tryAcquire()) {
      Refusal.postpone("download.places", request, response);
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
      describe(Format.of(request.getServletPath()), response);
      // Else the answer would say that the file has no bytes.
      response.flushBuffer();
    } else {
      Refusal.refuse(query.problems(), request, response);
    }
  }

  private void deliver(HttpServletRequest request, HttpServletResponse response, Query query)
      throws IOException {
    Format format = Format.of(request.getServletPath());
    Delivery delivery =
        new Delivery(
            auditLog, downloads, request.getRemoteUser(), query.selection(), query.download());
    try (Snapshot snapshot =
        new Snapshot(database.getConnection(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      delivery.begin();
      describe(format, response);
      send(format, snapshot, query, response, delivery);
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.SEVERE, "a download cannot begin: {0}", Causes.describe(e));
      Refusal.postpone("download.unavailable", request, response);
    }
  }

  private void describe(Format format, HttpServletResponse response) {
    if (format == Format.ZIP) {
      // No text, so no encoding of it, though every answer has one unless it says otherwise.
      response.setCharacterEncoding(null);
    }
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
}
