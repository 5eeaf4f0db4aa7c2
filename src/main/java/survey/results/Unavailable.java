package survey.results;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/** Tells programs that the database does not answer just now. */
@Provider
public class Unavailable implements ExceptionMapper<PersistenceException> {
  private static final Logger LOG = Logger.getLogger(Unavailable.class.getName());

  @Override
  public Response toResponse(PersistenceException failure) {
    LOG.log(Level.SEVERE, "the results cannot be read: {0}", Causes.describe(failure));
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity("{\"error\":\"The results cannot be read just now.\"}")
        .build();
  }
}
