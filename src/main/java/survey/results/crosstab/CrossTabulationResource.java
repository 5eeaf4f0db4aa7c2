package survey.results.crosstab;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import survey.questionnaire.Choice;

/** The cross-tabulations for programs: {@code GET /api/results/crosstab?by=…&wave=…}. */
@Path("results/crosstab")
public class CrossTabulationResource {
  private static final String JSON_TYPE = MediaType.APPLICATION_JSON + ";charset=UTF-8";

  /** Made once: the static factory methods search the class path at every call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject CrossTabulations crossTabulations;

  @GET
  @Produces(JSON_TYPE)
  public JsonObject published(@Context UriInfo address) {
    Demographic by = one(address, "by", Demographic.values(), Demographic::parameter);
    Waves waves = one(address, "wave", Waves.values(), Waves::name);
    CrossTabulation table = crossTabulations.of(by, waves);
    JsonArrayBuilder groups = JSON.createArrayBuilder();
    table.groups().forEach(group -> groups.add(group(group)));
    return JSON.createObjectBuilder()
        .add("asOf", table.asOf().toString())
        .add("by", by.parameter())
        .add("wave", waves.name())
        .add("groups", groups)
        .build();
  }

  /** The value of a parameter that must be given once and be one of these. */
  private static <T> T one(UriInfo address, String name, T[] values, Function<T, String> code) {
    List<String> given = address.getQueryParameters().getOrDefault(name, List.of());
    return Arrays.stream(values)
        .filter(value -> given.equals(List.of(code.apply(value))))
        .findFirst()
        .orElseThrow(
            () ->
                refusal(
                    "The parameter %s must be given once, as one of %s."
                        .formatted(name, Arrays.stream(values).map(code).collect(joining(", ")))));
  }

  private static BadRequestException refusal(String sentence) {
    return new BadRequestException(
        Response.status(Response.Status.BAD_REQUEST)
            .type(JSON_TYPE)
            .entity(JSON.createObjectBuilder().add("error", sentence).build())
            .build());
  }

  private static JsonObjectBuilder group(Group group) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    if (group.codes().size() == 1) {
      object.add("code", group.codes().get(0));
    } else {
      object.add("codes", JSON.createArrayBuilder(group.codes()));
    }
    JsonObjectBuilder primary = JSON.createObjectBuilder();
    if (group.isHidden()) {
      object.addNull("n");
      for (Choice choice : Choice.values()) {
        primary.addNull(choice.name());
      }
    } else {
      object.add("n", group.n());
      group.primary().forEach((choice, count) -> primary.add(choice.name(), count));
    }
    return object.add("primary", primary);
  }
}
