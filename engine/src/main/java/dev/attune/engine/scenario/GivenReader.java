package dev.attune.engine.scenario;

import dev.attune.engine.event.FieldValue;
import dev.attune.engine.scenario.Given.Occurred;
import dev.attune.engine.scenario.Given.Thing;
import dev.attune.engine.scenario.Given.Use;
import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlValue;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Purpose;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an author gives of a person. */
final class GivenReader {
  static final Set<String> KEYS =
      Set.of(
          "profile",
          "activity",
          "features",
          "items",
          "shown",
          "accepted",
          "dismissed",
          "snoozed",
          "less",
          "pinned",
          "hidden",
          "consent",
          "zone");

  private final Checks checks;
  private final EncounterReader encounters;

  GivenReader(Checks checks) {
    this.checks = checks;
    this.encounters = new EncounterReader(checks);
  }

  Given read(Mapping person) {
    checks.refuseOtherKeys(person, KEYS);
    return new Given(
        profile(person),
        activity(person),
        features(person),
        Checks.value(person, "items") == null ? null : things(person),
        encounters.met(person),
        encounters.arranged(person),
        consent(person),
        zone(person));
  }

  private Map<String, Optional<Object>> profile(Mapping person) {
    Map<String, Optional<Object>> profile = new LinkedHashMap<>();
    checks
        .entries(person, "profile")
        .forEach(
            (name, entry) -> {
              Field field = checks.content().vocabulary().profile().get(name);
              Set<String> known = checks.content().vocabulary().profile().keySet();
              if (!checks.isKnown(name, known, "field", entry.keyPlace()) || field == null) return;
              profile.put(name, typed(field, entry.value()));
            });
    return profile;
  }

  /** A value typed by its field; empty for nothing. */
  Optional<Object> typed(Field field, YamlTree tree) {
    Object plain = YamlValue.of(tree);
    if (plain == null) return Optional.empty();
    Optional<Object> typed = FieldValue.of(field, plain);
    if (typed.isEmpty()) {
      String values = field.values().isEmpty() ? "" : ": " + String.join(", ", field.values());
      String type = field.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      checks.wrongType(tree, field.name(), type + values);
    }
    return typed;
  }

  private Map<String, Occurred> activity(Mapping person) {
    Map<String, Occurred> activity = new LinkedHashMap<>();
    checks
        .entries(person, "activity")
        .forEach(
            (event, entry) -> {
              if (checks.isEvent(event, entry.keyPlace()))
                activity.put(event, occurred(event, entry.value()));
            });
    return activity;
  }

  private Occurred occurred(String event, YamlTree tree) {
    if (!(tree instanceof Mapping how))
      return new Occurred(checks.count(tree, event), 0, null, null);
    checks.refuseOtherKeys(how, Set.of("count", "daysSinceLast", "last7Days", "daysSinceFirst"));
    Integer count = checks.optionalCount(how, "count");
    Integer recent = checks.optionalCount(how, "last7Days");
    return new Occurred(
        count == null ? recent == null ? 1 : recent : count,
        checks.count(how, "daysSinceLast", 0),
        recent,
        checks.optionalCount(how, "daysSinceFirst"));
  }

  private Map<String, Use> features(Mapping person) {
    Map<String, Use> features = new LinkedHashMap<>();
    Map<String, FeatureType> declared = checks.content().vocabulary().features();
    checks
        .entries(person, "features")
        .forEach(
            (name, entry) -> {
              if (!checks.isKnown(name, declared.keySet(), "feature", entry.keyPlace())) return;
              if (entry.value() instanceof Mapping use) features.put(name, use(use));
              else checks.wrongType(entry.value(), name, "a mapping such as { adopted: true }");
            });
    return features;
  }

  private Use use(Mapping use) {
    checks.refuseOtherKeys(use, Set.of("adopted", "missedOpportunities", "uses"));
    return new Use(
        flag(use, "adopted"),
        checks.optionalCount(use, "missedOpportunities"),
        checks.optionalCount(use, "uses"));
  }

  private @Nullable Boolean flag(Mapping mapping, String key) {
    YamlTree tree = Checks.value(mapping, key);
    if (tree == null) return null;
    if (YamlValue.of(tree) instanceof Boolean flag) return flag;
    checks.wrongType(tree, key, "true or false");
    return null;
  }

  private List<Thing> things(Mapping person) {
    List<Thing> things = new ArrayList<>();
    Set<String> kinds = checks.content().vocabulary().items().keySet();
    for (YamlTree tree : checks.items(person, "items")) {
      if (!(tree instanceof Mapping item)) {
        checks.wrongType(tree, "items", "a list of mappings with kind and id");
        continue;
      }
      checks.refuseOtherKeys(item, Set.of("kind", "id", "title", "hoursIdle", "state"));
      String kind = text(item, "kind", "");
      if (checks.isKnown(kind, kinds, "item", item.place()))
        things.add(
            new Thing(
                kind,
                text(item, "id", kind + "-" + things.size()),
                text(item, "title", ""),
                checks.count(item, "hoursIdle", 0),
                !text(item, "state", "open").equals("closed")));
    }
    return things;
  }

  private static String text(Mapping mapping, String key, String fallback) {
    return Checks.value(mapping, key) instanceof Scalar scalar ? scalar.text() : fallback;
  }

  private Map<Purpose, Boolean> consent(Mapping person) {
    Map<String, Purpose> purposes =
        Arrays.stream(Purpose.values()).collect(Collectors.toMap(Purpose::wire, each -> each));
    Map<Purpose, Boolean> consent = new LinkedHashMap<>();
    checks
        .entries(person, "consent")
        .forEach(
            (name, entry) -> {
              Purpose purpose = purposes.get(name);
              if (!checks.isKnown(name, purposes.keySet(), "purpose", entry.keyPlace())
                  || purpose == null) return;
              if (YamlValue.of(entry.value()) instanceof Boolean granted)
                consent.put(purpose, granted);
              else checks.wrongType(entry.value(), name, "true or false");
            });
    return consent;
  }

  private @Nullable ZoneId zone(Mapping person) {
    YamlTree tree = Checks.value(person, "zone");
    if (tree == null) return null;
    try {
      if (tree instanceof Scalar scalar) return ZoneId.of(scalar.text());
    } catch (DateTimeException unknown) {
      // told below, like any other shape
    }
    checks.wrongType(tree, "zone", "a time zone such as Europe/Lisbon");
    return null;
  }
}
