package dev.attune.engine.text;

import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tree means as plain data: maps, lists, strings, numbers, flags, {@code null}. */
public final class YamlValue {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]{0,14})\\.[0-9]{1,15}");

  private YamlValue() {}

  /** Numbers become {@code Integer}, {@code Long} or {@code Double}; maps keep the file's order. */
  public static @Nullable Object of(YamlTree tree) {
    if (tree instanceof Mapping mapping) return map(mapping);
    if (tree instanceof Sequence sequence) {
      return Collections.unmodifiableList(sequence.items().stream().map(YamlValue::of).toList());
    }
    return scalar((Scalar) tree);
  }

  /** A mapping as plain data. */
  public static Map<String, Object> map(Mapping mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              Object value = of(entry.value());
              if (value != null) map.put(key, value);
            });
    return Collections.unmodifiableMap(map);
  }

  private static @Nullable Object scalar(Scalar scalar) {
    String text = scalar.text();
    if (!scalar.plain()) return text;
    if (scalar.isNothing()) return null;
    if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
    if (FRACTION.matcher(text).matches()) return Double.valueOf(text);
    if (!WHOLE.matcher(text).matches()) return text;
    long number = Long.parseLong(text);
    return number == (int) number ? (Object) (int) number : (Object) number;
  }
}
