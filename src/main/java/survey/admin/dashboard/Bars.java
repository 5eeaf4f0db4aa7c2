package survey.admin.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** A bar chart in the making: a configuration of Chart.js. */
final class Bars {
  private static final int MOST_PERCENT = 100;

  private final Locale locale;
  private final JsonArrayBuilder labels = Json.createArrayBuilder();
  private final JsonArrayBuilder sets = Json.createArrayBuilder();
  private boolean isLying;
  private boolean isStacked;
  private boolean isPercent;

  Bars(Locale locale) {
    this.locale = locale;
  }

  /** Bars that run to the right; otherwise they stand. */
  Bars lying() {
    isLying = true;
    return this;
  }

  /** One bar of all sets; otherwise each has its own. */
  Bars stacked() {
    isStacked = true;
    return this;
  }

  /** Of 0 to 100. */
  Bars percent() {
    isPercent = true;
    return this;
  }

  void label(String text) {
    labels.add(text);
  }

  /**
   * Adds a value for each label.
   *
   * @param ink what the colour stands for
   */
  void set(String label, String ink, JsonArrayBuilder values) {
    sets.add(Json.createObjectBuilder().add("label", label).add("ink", ink).add("data", values));
  }

  /** The configuration. No respondent wrote anything of it, so it may stand in a script. */
  String json() {
    return Json.createObjectBuilder()
        .add("type", "bar")
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
        .add("options", options())
        .build()
        .toString();
  }

  private JsonObject options() {
    JsonObjectBuilder values = Json.createObjectBuilder().add("stacked", isStacked);
    values.add("beginAtZero", true);
    if (isPercent) {
      values
          .add("max", MOST_PERCENT)
          .add(
              "ticks",
              Json.createObjectBuilder()
                  .add(
                      "format",
                      Json.createObjectBuilder().add("style", "unit").add("unit", "percent")));
    } else {
      values.add("ticks", Json.createObjectBuilder().add("precision", 0));
    }
    JsonObjectBuilder names =
        Json.createObjectBuilder()
            .add("stacked", isStacked)
            .add("grid", Json.createObjectBuilder().add("display", false));
    if (isLying) {
      names.add("ticks", Json.createObjectBuilder().add("autoSkip", false));
    }
    return Json.createObjectBuilder()
        .add("indexAxis", isLying ? "y" : "x")
        .add("locale", locale.toLanguageTag())
        .add("maintainAspectRatio", false)
        .add(
            "plugins",
            Json.createObjectBuilder()
                .add(
                    "legend",
                    Json.createObjectBuilder().add("display", isStacked).add("position", "bottom")))
        .add(
            "scales",
            Json.createObjectBuilder()
                .add(isLying ? "x" : "y", values)
                .add(isLying ? "y" : "x", names))
        .build();
  }
}
