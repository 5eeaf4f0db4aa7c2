package survey.launcher;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * A place where settings are given: under their name, or under the name with a suffix the file that
 * holds the value, which is how secrets reach a container. A blank value counts as none, since
 * compose files pass unset variables so.
 */
record SettingSource(Map<String, String> given, Function<Setting, String> name, String fileSuffix) {

  static SettingSource environment(Map<String, String> variables) {
    return new SettingSource(variables, Setting::variable, "_FILE");
  }

  static SettingSource systemProperties(Properties properties) {
    Map<String, String> texts =
        properties.stringPropertyNames().stream()
            .collect(toMap(key -> key, properties::getProperty));
    return new SettingSource(texts, Setting::property, ".file");
  }

  Optional<String> value(Setting setting) throws StartFailure {
    String valueName = name.apply(setting);
    String fileName = valueName + fileSuffix;
    Optional<String> value = get(valueName);
    Optional<String> file = get(fileName);
    if (value.isPresent() && file.isPresent()) {
      throw new StartFailure(valueName + " and " + fileName + " are both set; give one of them.");
    }
    return file.isPresent() ? Optional.of(content(fileName, file.get())) : value;
  }

  private Optional<String> get(String key) {
    return Optional.ofNullable(given.get(key)).filter(not(String::isBlank));
  }

  private static String content(String fileName, String file) throws StartFailure {
    String content;
    try {
      content = Files.readString(Path.of(file)).replaceFirst("\\r?\\n\\z", "");
    } catch (IOException | InvalidPathException e) {
      throw new StartFailure(
          fileName + " names a file that cannot be read as UTF-8 text: " + file, e);
    }
    if (content.isBlank()) {
      throw new StartFailure(fileName + " names an empty file: " + file);
    }
    return content;
  }
}
