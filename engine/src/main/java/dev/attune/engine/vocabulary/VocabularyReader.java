package dev.attune.engine.vocabulary;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.Section;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads {@code vocabulary.yaml}. Wrong parts are reported and left out. */
public final class VocabularyReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");

  private final Diagnostics diagnostics;

  private VocabularyReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  public static Vocabulary read(Mapping document, Diagnostics diagnostics) {
    return new VocabularyReader(diagnostics).vocabulary(new Section(document, diagnostics));
  }

  private Vocabulary vocabulary(Section file) {
    FieldReader fields = new FieldReader(diagnostics);
    Vocabulary vocabulary =
        new Vocabulary(
            fields.read(file.sections("profile")),
            fields.read(file.sections("visit")),
            named(file.sections("events"), this::event),
            named(file.sections("features"), this::feature),
            named(file.sections("items"), this::item));
    file.refuseOtherKeys();
    checkEvents(vocabulary, file);
    checkOrder(vocabulary);
    return vocabulary;
  }

  private <T> Map<String, T> named(
      Map<String, Section> sections, BiFunction<String, Section, T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    sections.forEach(
        (name, section) -> {
          checkName(name, section.place());
          read.put(name, reader.apply(name, section));
          section.refuseOtherKeys();
        });
    return Collections.unmodifiableMap(read);
  }

  private void checkName(String name, Place place) {
    if (name.length() <= 64 && NAME.matcher(name).matches()) return;
    diagnostics.error(
        place,
        "name",
        "\""
            + name
            + "\" is no name. Write lower-case words joined by dots or hyphens, at most 64 letters");
  }

  private EventType event(String name, Section section) {
    return new EventType(name, section.place());
  }

  private FeatureType feature(String name, Section section) {
    section.require("adopted-by");
    return new FeatureType(
        name,
        section.text("adopted-by", ""),
        section.text("opportunity"),
        section.flag("critical", false),
        section.text("after"),
        section.place());
  }

  private ItemType item(String kind, Section section) {
    section.require("id");
    section.require("opened-by");
    return new ItemType(
        kind,
        section.text("id", "id"),
        section.text("title"),
        texts(section.names("opened-by")),
        texts(section.names("touched-by")),
        texts(section.names("closed-by")),
        section.place());
  }

  private static Set<String> texts(List<Scalar> names) {
    Set<String> texts = new LinkedHashSet<>();
    names.forEach(name -> texts.add(name.text()));
    return Collections.unmodifiableSet(texts);
  }

  /** Every event a feature or an item names is declared. */
  private void checkEvents(Vocabulary vocabulary, Section file) {
    Set<String> events = vocabulary.events().keySet();
    for (Section feature : file.sections("features").values()) {
      for (String key : List.of("adopted-by", "opportunity")) known(feature, key, events, "event");
      known(feature, "after", vocabulary.features().keySet(), "feature");
    }
    for (Section item : file.sections("items").values()) {
      for (String key : List.of("opened-by", "touched-by", "closed-by")) {
        known(item, key, events, "event");
      }
    }
  }

  private void known(Section section, String key, Collection<String> declared, String what) {
    for (Scalar name : section.names(key)) {
      if (declared.contains(name.text())) continue;
      diagnostics.error(
          name.place(),
          "unknown-" + what,
          "unknown " + what + " \"" + name.text() + "\"." + Nearest.maybe(name.text(), declared));
    }
  }

  /** No feature comes, over others, after itself. */
  private void checkOrder(Vocabulary vocabulary) {
    for (FeatureType feature : vocabulary.features().values()) {
      Set<String> seen = new LinkedHashSet<>();
      FeatureType next = feature;
      while (next != null && seen.add(next.name())) {
        next = next.after() == null ? null : vocabulary.features().get(next.after());
      }
      if (next == null || !next.name().equals(feature.name())) continue;
      diagnostics.error(
          feature.declaredAt(),
          "circle",
          "features come after each other in a circle: " + String.join(" after ", seen));
    }
  }
}
