package dev.attune.api.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading the configuration: a config, or everything that is wrong with it.
 *
 * @param config null exactly when there are errors
 * @param errors one sentence each, naming the setting and where it was found
 */
public record ConfigReading(@Nullable ServerConfig config, List<String> errors) {}
