package dev.attune.engine.fact;

import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a person beside {@link Known}, so that changes commute and deliveries count
 * once. For one thread at a time.
 */
final class Trace {
  private static final int KEEP_VALUES = 200;

  final Map<String, Instant> entered = new HashMap<>();
  final Map<String, Instant> titled = new HashMap<>();
  final Map<String, Learnt> forgotten = new HashMap<>();
  final Map<Purpose, Consented> decided = new EnumMap<>(Purpose.class);
  final Set<PersonId> merged = new TreeSet<>();
  final List<Learnt> values = new ArrayList<>();
  final List<Consented> consents = new ArrayList<>();
  @Nullable Instant zonedAt;

  boolean isFirst(Write write) {
    entered.values().removeIf(at -> at.isBefore(write.at().minus(Write.REMEMBERED)));
    return entered.putIfAbsent(write.id(), write.at()) == null;
  }

  void add(Learnt learnt) {
    if (values.contains(learnt)) return;
    values.add(learnt);
    values.sort(Comparator.comparing(value -> value.provenance().at()));
    if (values.size() > KEEP_VALUES) values.remove(0);
  }

  void add(Consented consented) {
    if (consents.contains(consented)) return;
    consents.add(consented);
    consents.sort(Comparator.comparing(Consented::at));
  }

  void addAll(Trace other) {
    entered.putAll(other.entered);
    merged.addAll(other.merged);
    other.values.forEach(this::add);
    other.consents.forEach(this::add);
  }
}
