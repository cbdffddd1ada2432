package dev.attune.engine.publish.replay;

import dev.attune.engine.publish.replay.ReplayReport.NotReplayed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The records that could not be replayed: all are counted, some named. */
final class Skipped {
  private static final int NAMED = 5;

  private final Counts<String> counts = new Counts<>();
  private final Map<String, TreeSet<String>> decisions = new TreeMap<>();

  void add(String reason, Set<String> ids) {
    counts.add(reason);
    name(reason, ids);
  }

  private void name(String reason, Set<String> ids) {
    TreeSet<String> named = decisions.computeIfAbsent(reason, first -> new TreeSet<>());
    named.addAll(ids);
    while (named.size() > NAMED) named.pollLast();
  }

  void addAll(Skipped other) {
    counts.addAll(other.counts);
    other.decisions.forEach(this::name);
  }

  List<NotReplayed> reasons() {
    List<NotReplayed> reasons = new ArrayList<>();
    decisions.forEach(
        (reason, ids) -> reasons.add(new NotReplayed(reason, counts.of(reason), List.copyOf(ids))));
    reasons.sort(Comparator.comparingLong(NotReplayed::count).reversed());
    return reasons;
  }
}
