package survey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bill of materials that ships: a CycloneDX file. */
record BillOfMaterials(List<Component> components) {

  /**
   * A library.
   *
   * @param licences SPDX's names where it has one; several are to choose from
   * @param sha256 the digest of its file
   */
  record Component(String group, String name, List<String> licences, String sha256) {}

  static BillOfMaterials read(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      return new BillOfMaterials(
          reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class).stream()
              .map(BillOfMaterials::component)
              .toList());
    }
  }

  private static Component component(JsonObject json) {
    return new Component(
        json.getString("group"),
        json.getString("name"),
        json.getJsonArray("licenses").getValuesAs(JsonObject.class).stream()
            .map(BillOfMaterials::licence)
            .toList(),
        json.getJsonArray("hashes").getValuesAs(JsonObject.class).stream()
            .filter(hash -> hash.getString("alg").equals("SHA-256"))
            .map(hash -> hash.getString("content"))
            .findFirst()
            .orElse(""));
  }

  private static String licence(JsonObject choice) {
    JsonObject licence = choice.getJsonObject("license");
    return licence == null
        ? choice.getString("expression")
        : licence.getString("id", licence.getString("name", ""));
  }

  /** The component that a file is, by its content. */
  Optional<Component> of(String sha256) {
    return components.stream().filter(component -> component.sha256().equals(sha256)).findFirst();
  }
}
