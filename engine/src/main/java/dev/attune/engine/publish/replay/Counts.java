package dev.attune.engine.publish.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each thing happened. For one thread. */
final class Counts<K extends Comparable<? super K>> {
  private final Map<K, Long> counts = new HashMap<>();

  void add(K key) {
    add(key, 1);
  }

  void add(K key, long times) {
    counts.merge(key, times, Long::sum);
  }

  void addAll(Counts<K> others) {
    others.counts.forEach(this::add);
  }

  long of(K key) {
    return counts.getOrDefault(key, 0L);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  Iterable<K> keys() {
    return new TreeMap<>(counts).keySet();
  }

  /** Most frequent first, then by name. */
  Map<K, Long> sorted() {
    Map<K, Long> sorted = new LinkedHashMap<>();
    List<Map.Entry<K, Long>> entries =
        new TreeMap<>(counts)
            .entrySet().stream().sorted(Map.Entry.<K, Long>comparingByValue().reversed()).toList();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
