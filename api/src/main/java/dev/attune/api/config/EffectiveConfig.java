package dev.attune.api.config;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A config as an operator would write it, with secrets masked. */
public final class EffectiveConfig {
  private final StringBuilder lines = new StringBuilder();

  private EffectiveConfig() {}

  /** One {@code key: value} line for every setting; valid YAML with dotted keys. */
  public static String print(ServerConfig config) {
    EffectiveConfig effective = new EffectiveConfig();
    effective.add("", config);
    return effective.lines.toString();
  }

  private void add(String prefix, Object record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String key = prefix + DeclaredSetting.hyphenated(component.getName());
      Setting setting = component.getAnnotation(Setting.class);
      Object value = Records.read(record, component);
      if (setting != null) {
        String text = value == null || value.equals(List.of()) ? "" : masked(setting, value);
        lines.append(key).append(": ").append(text).append('\n');
      } else if (value instanceof Map<?, ?> profiles) {
        new TreeMap<>(profiles).forEach((name, profile) -> add(key + "." + name + ".", profile));
      } else if (value != null) {
        add(key + ".", value);
      }
    }
  }

  private static String masked(Setting setting, Object value) {
    return setting.secret() ? "(secret)" : written(value);
  }

  static String written(@Nullable Object value) {
    if (value instanceof Duration duration) return duration(duration);
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (value instanceof List<?> list) {
      return String.join(", ", list.stream().map(String::valueOf).toList());
    }
    return String.valueOf(value);
  }

  private static String duration(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }
}
