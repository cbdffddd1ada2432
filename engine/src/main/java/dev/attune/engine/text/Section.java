package dev.attune.engine.text;

import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import java.time.Duration;
import java.util.ArrayList;
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
 * A mapping being read: each method takes one key, types its value and gathers what is wrong with
 * it. A wrong value reads as the fallback, so that reading goes on. At the end {@link
 * #refuseOtherKeys()} names the keys nobody asked for. Used by one thread.
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
    return value(key).map(YamlTree::place).orElse(place());
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
    return scalar(key, "text", Optional::of);
  }

  public String text(String key, String fallback) {
    String text = text(key);
    return text == null ? fallback : text;
  }

  public boolean flag(String key, boolean fallback) {
    Boolean flag = scalar(key, "true or false", Written::flag);
    return flag == null ? fallback : flag;
  }

  public @Nullable Integer whole(String key, int least, int most) {
    String wanted = "a whole number from " + least + " to " + most;
    Double number =
        scalar(
            key, wanted, text -> Written.number(text, least, most).filter(each -> each % 1 == 0));
    return number == null ? null : number.intValue();
  }

  public double number(String key, double least, double most, double fallback) {
    String wanted = "a number from " + Written.shown(least) + " to " + Written.shown(most);
    Double number = scalar(key, wanted, text -> Written.number(text, least, most));
    return number == null ? fallback : number;
  }

  public @Nullable Duration duration(String key) {
    return scalar(key, "a time such as 7d, 12h, 30m or 45s", Durations::parse);
  }

  public <E extends Enum<E>> E oneOf(String key, Class<E> type, E fallback) {
    E constant = oneOf(key, type);
    return constant == null ? fallback : constant;
  }

  /** An enum's constant, written in lower case with hyphens or, as on the wire, underscores. */
  public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
    String written = text(key);
    return written == null ? null : constant(written, type, placeOf(key));
  }

  /** A set of an enum's constants. */
  public <E extends Enum<E>> Set<E> someOf(String key, Class<E> type) {
    Set<E> constants = new LinkedHashSet<>();
    for (Scalar name : names(key)) {
      E constant = constant(name.text(), type, name.place());
      if (constant != null) constants.add(constant);
    }
    return constants;
  }

  /** A value of some other written form, e.g. a time of day; {@code wanted} says which. */
  public <T> @Nullable T read(String key, String wanted, Function<String, Optional<T>> reader) {
    return scalar(key, wanted, reader);
  }

  /** A list of names, or one name for a list of one. */
  public List<Scalar> names(String key) {
    YamlTree tree = value(key).orElse(null);
    if (tree == null) return List.of();
    List<YamlTree> items = tree instanceof Sequence sequence ? sequence.items() : List.of(tree);
    List<Scalar> names = new ArrayList<>();
    for (YamlTree item : items) {
      if (item instanceof Scalar scalar && !scalar.isNothing()) names.add(scalar);
      else error(item.place(), "wrong-type", "\"" + key + "\" is to be a list of names");
    }
    return names;
  }

  public Optional<Section> section(String key) {
    asked.add(key);
    Entry entry = mapping.entries().get(key);
    return entry == null ? Optional.empty() : asSection(key, entry);
  }

  /** A list of mappings, or one mapping for a list of one. */
  public List<Section> list(String key) {
    YamlTree tree = value(key).orElse(null);
    if (tree == null) return List.of();
    List<Section> sections = new ArrayList<>();
    for (YamlTree item : tree instanceof Sequence sequence ? sequence.items() : List.of(tree)) {
      if (item instanceof Mapping nested) sections.add(new Section(nested, diagnostics));
      else error(item.place(), "wrong-type", "\"" + key + "\" is to be a list of mappings");
    }
    return sections;
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
    YamlTree tree = value(key).orElse(null);
    if (tree == null) return Map.of();
    if (tree instanceof Mapping content) return PlainContent.of(content, diagnostics);
    error(tree.place(), "wrong-type", "\"" + key + "\" is to be a mapping of names");
    return Map.of();
  }

  /** A list of plain mappings, or one mapping for a list of one. */
  public List<Map<String, Object>> contents(String key) {
    YamlTree tree = value(key).orElse(null);
    if (tree == null) return List.of();
    List<Map<String, Object>> contents = new ArrayList<>();
    for (YamlTree item : tree instanceof Sequence list ? list.items() : List.of(tree)) {
      if (item instanceof Mapping content) contents.add(PlainContent.of(content, diagnostics));
      else error(item.place(), "wrong-type", "\"" + key + "\" is to be a list of mappings");
    }
    return contents;
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

  private Optional<YamlTree> value(String key) {
    asked.add(key);
    Entry entry = mapping.entries().get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  private <T> @Nullable T scalar(String key, String wanted, Function<String, Optional<T>> reader) {
    YamlTree tree = value(key).orElse(null);
    if (tree == null) return null;
    Optional<T> read =
        tree instanceof Scalar scalar && !scalar.isNothing()
            ? reader.apply(scalar.text())
            : Optional.empty();
    if (read.isEmpty()) {
      String found = tree instanceof Scalar scalar ? ", not \"" + scalar.text() + "\"" : "";
      error(tree.place(), "wrong-type", "\"" + key + "\" is to be " + wanted + found);
    }
    return read.orElse(null);
  }

  private <E extends Enum<E>> @Nullable E constant(String written, Class<E> type, Place place) {
    Optional<E> constant = Written.constant(written, type);
    if (constant.isEmpty()) {
      String message = "\"" + written + "\" is not known here." + Written.instead(written, type);
      error(place, "unknown-value", message);
    }
    return constant.orElse(null);
  }
}
