package survey.admin.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.ResourceBundle;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;

/**
 * What a ZIP holds, of which moment, and how to see that nothing is missing. It is the last file,
 * so a ZIP that has one was written to its end.
 */
final class Manifest {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String VERSION =
      ResourceBundle.getBundle("survey.build").getString("version");

  private final JsonObjectBuilder manifest = JSON.createObjectBuilder();
  private final JsonArrayBuilder files = JSON.createArrayBuilder();
  private final JsonObject published;
  private boolean hasFiles;

  Manifest(Snapshot snapshot, Query query) throws SQLException {
    published = published(snapshot.published());
    manifest
        .add("version", VERSION)
        .add("asOf", snapshot.asOf().toString())
        .add("profile", query.profile().code())
        .add("filter", filter(query.selection()));
  }

  private static JsonObject published(Snapshot.Published tally) {
    JsonObjectBuilder mentions = JSON.createObjectBuilder();
    tally.mentions().forEach((choice, count) -> mentions.add(choice.name(), count));
    return JSON.createObjectBuilder()
        .add("wave", Wave.ORIGINAL.name())
        .add("n", tally.n())
        .add("mentions", mentions)
        .build();
  }

  /** The filters that were set, by their names in the address. */
  private static JsonObjectBuilder filter(Selection selection) {
    JsonObjectBuilder filter = JSON.createObjectBuilder();
    selection.filters().forEach(filter::add);
    return filter;
  }

  /**
   * Adds a file. The first is what the manifest is about.
   *
   * @param rows without the names of the columns
   */
  void add(String name, long rows, Digest digest) {
    if (!hasFiles) {
      addFigures(manifest, rows, digest);
      hasFiles = true;
    }
    JsonObjectBuilder file = JSON.createObjectBuilder().add("name", name);
    addFigures(file, rows, digest);
    files.add(file);
  }

  private static void addFigures(JsonObjectBuilder file, long rows, Digest digest) {
    file.add("rows", rows).add("bytes", digest.bytes()).add("sha256", digest.hex());
  }

  /** Writes it in several lines, since people look at it as well. */
  void write(OutputStream output) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter writer =
        JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(bytes, UTF_8)) {
      writer.writeObject(manifest.add("files", files).add("publishedTally", published).build());
    }
    output.write(bytes.toByteArray());
  }
}
