package dev.attune.engine.text;

import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping being read: each method takes one key, and what stands there as a {@link KeyValue} of
 * one type. At the end {@link #refuseOtherKeys()} names the keys nobody asked for. Used by one
 * thread.
 */
public final class Section {
  private final Mapping mapping;
  private final Place place;
  private final Diagnostics diagnostics;
  private final Set<String> asked = new LinkedHashSet<>();

  /** A whole document. */
  public Section(Mapping mapping, Diagnostics diagnostics) {
    this(mapping, mapping.place(), diagnostics);
  }

  private Section(Mapping mapping, Place place, Diagnostics diagnostics) {
    this.mapping = mapping;
    this.place = place;
    this.diagnostics = diagnostics;
  }

  /** Where its name stands; for a document, where it starts. */
  public Place place() {
    return place;
  }

  /** Where each of its keys stands. */
  public Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> places.put(key, entry.keyPlace()));
    return Collections.unmodifiableMap(places);
  }

  /** The place of a key's value; of this section when it is absent. */
  public Place placeOf(String key) {
    YamlTree tree = value(key).tree();
    return tree == null ? place() : tree.place();
  }

  public boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  /** Says that a key is missing unless it is there. */
  public void require(String key) {
    if (!has(key)) error(place(), "missing-key", "\"" + key + "\" is missing");
  }

  public @Nullable String text(String key) {
    return value(key).read("text", Optional::of);
  }

  public String text(String key, String fallback) {
    String text = text(key);
    return text == null ? fallback : text;
  }

  public boolean flag(String key, boolean fallback) {
    Boolean flag = value(key).read("true or false", Written::flag);
    return flag == null ? fallback : flag;
  }

  public @Nullable Integer whole(String key, int least, int most) {
    return value(key).whole(least, most);
  }

  public double number(String key, double least, double most, double fallback) {
    Double number = value(key).number(least, most);
    return number == null ? fallback : number;
  }

  public @Nullable Duration duration(String key) {
    return value(key).read("a time such as 7d, 12h, 30m or 45s", Durations::parse);
  }

  public <E extends Enum<E>> E oneOf(String key, Class<E> type, E fallback) {
    E constant = oneOf(key, type);
    return constant == null ? fallback : constant;
  }

  /** An enum's constant, written in lower case with hyphens or, as on the wire, underscores. */
  public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
    return value(key).oneOf(type);
  }

  /** A set of an enum's constants. */
  public <E extends Enum<E>> Set<E> someOf(String key, Class<E> type) {
    return value(key).someOf(type);
  }

  /** A value of some other written form, e.g. a time of day; {@code wanted} says which. */
  public <T> @Nullable T read(String key, String wanted, Function<String, Optional<T>> reader) {
    return value(key).read(wanted, reader);
  }

  /** A list of names, or one name for a list of one. */
  public List<Scalar> names(String key) {
    return value(key).names();
  }

  public Optional<Section> section(String key) {
    asked.add(key);
    Entry entry = mapping.entries().get(key);
    return entry == null ? Optional.empty() : asSection(key, entry);
  }

  /** A list of mappings, or one mapping for a list of one. */
  public List<Section> list(String key) {
    return value(key).mappings().stream().map(each -> new Section(each, diagnostics)).toList();
  }

  /** This mapping's own keys, in the file's order; each counts as asked for. */
  public Set<String> keys() {
    asked.addAll(mapping.entries().keySet());
    return mapping.entries().keySet();
  }

  /** A mapping from names to sections, in the file's order. A name without a value is empty. */
  public Map<String, Section> sections(String key) {
    return section(key).map(Section::sections).orElse(Map.of());
  }

  /** This mapping's own keys as names of sections. */
  public Map<String, Section> sections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              asked.add(name);
              asSection(name, entry).ifPresent(each -> sections.put(name, each));
            });
    return sections;
  }

  /** Plain data of any shape. */
  public Map<String, Object> content(String key) {
    return value(key).content();
  }

  /** A list of plain mappings, or one mapping for a list of one. */
  public List<Map<String, Object>> contents(String key) {
    return value(key).mappings().stream().map(each -> PlainContent.of(each, diagnostics)).toList();
  }

  /** Says which keys mean nothing here. To be called last. */
  public void refuseOtherKeys() {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (asked.contains(key)) return;
              String maybe = Nearest.maybe(key, asked);
              error(
                  entry.keyPlace(),
                  "unknown-key",
                  "unknown key \""
                      + key
                      + "\"."
                      + (maybe.isEmpty() ? " Known here: " + String.join(", ", asked) : maybe));
            });
  }

  public void error(Place place, String code, String message) {
    diagnostics.error(place, code, message);
  }

  private Optional<Section> asSection(String key, Entry entry) {
    YamlTree tree = entry.value();
    Place at = entry.keyPlace();
    if (tree instanceof Mapping nested) return Optional.of(new Section(nested, at, diagnostics));
    if (tree instanceof Scalar scalar && scalar.isNothing()) {
      return Optional.of(new Section(new Mapping(Map.of(), tree.place()), at, diagnostics));
    }
    error(tree.place(), "wrong-type", "\"" + key + "\" is to be a mapping of names");
    return Optional.empty();
  }

  private KeyValue value(String key) {
    asked.add(key);
    Entry entry = mapping.entries().get(key);
    return new KeyValue(key, entry == null ? null : entry.value(), diagnostics);
  }
}
