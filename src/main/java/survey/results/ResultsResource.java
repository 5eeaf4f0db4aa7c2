package survey.results;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The results for programs: {@code GET /api/results}. */
@Path("results")
public class ResultsResource {
  @Inject Results results;

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
  public JsonObject current() {
    return SummaryJson.of(results.summary());
  }
}
