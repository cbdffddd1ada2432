package dev.attune.engine.rule.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Segment;
import dev.attune.engine.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fact types as DRL editors look for them: as sources and as classes, with the properties as
 * Java beans have them, in the folders of a Maven module. For reading only; no server loads them.
 */
public final class EditorTypes {
  private static final String SOURCES = "src/main/java/";
  private static final String CLASSES = "target/classes/";
  private static final List<Class<?>> FIXED =
      List.of(Activity.class, Exposure.class, Feature.class, Item.class, Segment.class);

  private EditorTypes() {}

  /** Files by path, e.g. {@code target/classes/dev/attune/engine/fact/Profile.class}. */
  public static Map<String, byte[]> of(Vocabulary vocabulary) {
    Map<String, String> sources = new TreeMap<>(FactTypeSources.of(vocabulary));
    for (Class<?> fact : FIXED) sources.put(fact.getName().replace('.', '/') + ".java", bean(fact));
    Map<String, byte[]> files = new TreeMap<>();
    sources.forEach((path, text) -> files.put(SOURCES + path, text.getBytes(UTF_8)));
    JavaText.compile(sources).forEach((path, bytes) -> files.put(CLASSES + path, bytes));
    return files;
  }

  private static String bean(Class<?> fact) {
    StringBuilder members = new StringBuilder();
    for (RecordComponent each : fact.getRecordComponents()) {
      String name = each.getName();
      String type = each.getType().getSimpleName();
      String getter = (type.equals("boolean") ? "is" : "get") + FactTypeSources.capitalised(name);
      members.append("  private %s %s;%n".formatted(type, name));
      members.append("  public %s %s() { return %s; }%n".formatted(type, getter, name));
    }
    return "package %s;%n%n/** A fact, for editors. */%npublic final class %s {%n%s}%n"
        .formatted(fact.getPackageName(), fact.getSimpleName(), members);
  }
}
