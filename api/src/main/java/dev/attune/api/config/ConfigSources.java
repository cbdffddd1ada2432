package dev.attune.api.config;

import java.util.Map;

/**
 * Where settings were found, each by key, as written.
 *
 * @param file from the YAML file; empty without one
 * @param environment all variables of the process; only {@code ATTUNE_…} are looked at
 * @param flags from the command line
 */
public record ConfigSources(
    Map<String, String> file, Map<String, String> environment, Map<String, String> flags) {
  public static final ConfigSources NONE = new ConfigSources(Map.of(), Map.of(), Map.of());
}
