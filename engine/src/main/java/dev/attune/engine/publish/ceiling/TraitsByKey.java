package dev.attune.engine.publish.ceiling;

import dev.attune.engine.vocabulary.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Traits by what they are about, each told once. Used by one thread. */
final class TraitsByKey {
  private final Map<String, Map<String, Trait>> byKey = new LinkedHashMap<>();

  void add(String key, String told, Consumer<Somebody> set) {
    byKey
        .computeIfAbsent(key, first -> new LinkedHashMap<>())
        .putIfAbsent(told, new Trait(key, told, set));
  }

  /** That a person keeps a purpose from us; what is needed for the service asks nobody. */
  void addConsent(Purpose purpose) {
    if (purpose == Purpose.SERVICE) return;
    add(
        "consent." + purpose.wire(),
        "did not agree to " + purpose.wire(),
        one -> one.consent.put(purpose, false));
  }

  Map<String, List<Trait>> all() {
    Map<String, List<Trait>> all = new LinkedHashMap<>();
    byKey.forEach((key, values) -> all.put(key, List.copyOf(values.values())));
    return all;
  }
}
