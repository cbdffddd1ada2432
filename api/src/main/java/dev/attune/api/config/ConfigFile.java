package dev.attune.api.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The operator's YAML file, flattened to dotted keys.
 *
 * @param error why it could not be read; null when it could
 */
public record ConfigFile(Map<String, String> settings, @Nullable String error) {
  private static final String NO_MAP =
      "the configuration file holds no settings such as \"http: { port: 8080 }\"";

  public static final ConfigFile NONE = new ConfigFile(Map.of(), null);

  /** Never throws. */
  public static ConfigFile read(Path file) {
    try {
      LoadSettings strict =
          LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(file.toString()).build();
      Object tree = new Load(strict).loadFromString(Files.readString(file));
      if (tree != null && !(tree instanceof Map<?, ?>)) return new ConfigFile(Map.of(), NO_MAP);
      Map<String, String> settings = new LinkedHashMap<>();
      flatten("", tree, settings);
      return new ConfigFile(settings, null);
    } catch (IOException unreadable) {
      return new ConfigFile(Map.of(), "cannot read the configuration file " + file);
    } catch (YamlEngineException notYaml) {
      return new ConfigFile(Map.of(), "the configuration file is no YAML: " + notYaml.getMessage());
    }
  }

  private static void flatten(String key, @Nullable Object value, Map<String, String> settings) {
    if (value instanceof Map<?, ?> map) {
      String prefix = key.isEmpty() ? "" : key + ".";
      map.forEach((name, child) -> flatten(prefix + name, child, settings));
    } else if (value instanceof List<?> list) {
      settings.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
    } else if (!key.isEmpty()) {
      settings.put(key, value == null ? "" : value.toString());
    }
  }
}
