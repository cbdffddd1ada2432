package dev.attune.api.cli;

import dev.attune.api.config.ConfigFile;
import dev.attune.api.config.ConfigReader;
import dev.attune.api.config.ConfigReading;
import dev.attune.api.config.ConfigSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads the configuration. */
final class ConfigOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "YAML file with settings")
  private @Nullable Path file;

  @Option(names = "--host", description = "address to listen on (default: 127.0.0.1)")
  private @Nullable String host;

  @Option(names = "--port", description = "port to listen on; 0 picks a free one (default: 8080)")
  private @Nullable String port;

  @Option(names = "--data", paramLabel = "DIR", description = "data folder (default: .attune)")
  private @Nullable String data;

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = "your own Redis; without it a packaged one is started")
  private @Nullable String redis;

  @Option(names = "--rules", paramLabel = "DIR", description = "rules folder (default: rules)")
  private @Nullable String rules;

  @Option(
      names = "--prompts",
      paramLabel = "DIR",
      description = "prompts folder (default: prompts)")
  private @Nullable String prompts;

  @Option(names = "--log", paramLabel = "FORM", description = "json, plain or auto")
  private @Nullable String log;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "any other setting, e.g. --set http.in-flight=500; may be repeated")
  private Map<String, String> others = new LinkedHashMap<>();

  ConfigReading read(boolean demo) {
    String named = System.getenv("ATTUNE_CONFIG");
    Path path = file == null && named != null ? Path.of(named) : file;
    ConfigFile read = path == null ? ConfigFile.NONE : ConfigFile.read(path);
    Map<String, String> flags = new LinkedHashMap<>(others);
    if (demo) flags.put("demo", "true");
    put(flags, "http.host", host);
    put(flags, "http.port", port);
    put(flags, "data", data);
    put(flags, "redis.url", redis);
    put(flags, "rules", rules);
    put(flags, "prompts", prompts);
    put(flags, "log.format", log);
    ConfigReading reading =
        ConfigReader.read(new ConfigSources(read.settings(), System.getenv(), flags));
    if (read.error() == null) return reading;
    List<String> errors = new ArrayList<>(List.of(read.error()));
    errors.addAll(reading.errors());
    return new ConfigReading(null, errors);
  }

  private static void put(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) flags.put(key, value);
  }
}
