package dev.attune.engine.rule.compile;

import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the Java source of {@code Profile} and {@code Visit}, the fact types a vocabulary
 * declares. A release compiles it for its rules; editors read it by {@link EditorTypes}.
 */
public final class FactTypeSources {
  static final String PACKAGE = "dev.attune.engine.fact";

  private FactTypeSources() {}

  /** Source text by path, e.g. {@code dev/attune/engine/fact/Profile.java}. */
  public static Map<String, String> of(Vocabulary vocabulary) {
    Map<String, String> sources = new TreeMap<>();
    sources.put(path("Profile"), source("Profile", vocabulary.profile().values()));
    sources.put(path("Visit"), source("Visit", vocabulary.visit().values()));
    return sources;
  }

  private static String path(String type) {
    return PACKAGE.replace('.', '/') + "/" + type + ".java";
  }

  private static String source(String type, Collection<Field> fields) {
    StringBuilder declarations = new StringBuilder();
    StringBuilder assignments = new StringBuilder();
    StringBuilder getters = new StringBuilder();
    int index = 0;
    for (Field field : fields) {
      index = property(field.name(), javaType(field), index, declarations, assignments, getters);
      if (field.type() == FieldType.DATE) {
        String name = capitalised(field.name());
        index = property("daysSince" + name, "Integer", index, declarations, assignments, getters);
        index = property("daysUntil" + name, "Integer", index, declarations, assignments, getters);
      }
    }
    return """
        package %1$s;

        /** Generated from the vocabulary. Unknown values are null. */
        public final class %2$s {
          public static final java.util.function.Function<Object[], Object> FROM_VALUES = %2$s::new;

        %3$s
          @SuppressWarnings("unchecked")
          private %2$s(Object[] values) {
        %4$s  }
        %5$s}
        """
        .formatted(PACKAGE, type, declarations, assignments, getters);
  }

  private static int property(
      String name,
      String type,
      int index,
      StringBuilder declarations,
      StringBuilder assignments,
      StringBuilder getters) {
    declarations.append("  private final %s %s;%n".formatted(type, name));
    assignments.append("    this.%s = (%s) values[%d];%n".formatted(name, type, index));
    getters.append(
        "%n  public %s get%s() {%n    return %s;%n  }%n".formatted(type, capitalised(name), name));
    return index + 1;
  }

  private static String javaType(Field field) {
    return switch (field.type()) {
      case ONE_OF, TEXT -> "String";
      case MANY_OF -> "java.util.Set<String>";
      case NUMBER -> "Double";
      case FLAG -> "Boolean";
      case DATE -> "java.time.LocalDate";
    };
  }

  static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
