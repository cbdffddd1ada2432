package dev.attune.api.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A setting as the record tree declares it.
 *
 * @param key e.g. {@code http.header-timeout}; a named profile stands as {@code *}: {@code
 *     models.*.api-key}
 */
record DeclaredSetting(String key, RecordComponent component, Setting setting) {
  /** All settings below a record, in the order of declaration. */
  static List<DeclaredSetting> of(Class<?> record) {
    List<DeclaredSetting> found = new ArrayList<>();
    collect("", record, found);
    return List.copyOf(found);
  }

  private static void collect(String prefix, Class<?> record, List<DeclaredSetting> found) {
    for (RecordComponent component : record.getRecordComponents()) {
      String key = prefix + hyphenated(component.getName());
      Setting setting = component.getAnnotation(Setting.class);
      if (setting != null) {
        found.add(new DeclaredSetting(key, component, setting));
      } else if (component.getType() == Map.class) {
        collect(key + ".*.", profile(component), found);
      } else {
        collect(key + ".", component.getType(), found);
      }
    }
  }

  /** The record that a {@code Map<String, Record>} component holds. */
  static Class<?> profile(RecordComponent map) {
    return (Class<?>) ((ParameterizedType) map.getGenericType()).getActualTypeArguments()[1];
  }

  static String hyphenated(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** {@code ATTUNE_HTTP_HEADER_TIMEOUT} of {@code http.header-timeout}. */
  static String variable(String key) {
    return "ATTUNE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  String variable() {
    return variable(key);
  }

  /** Whether a written key means this setting. */
  boolean means(String written) {
    return key.equals(written) || written.matches(key.replace(".", "\\.").replace("*", "[^.]+"));
  }
}
