package dev.attune.engine.rule;

import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Conditions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.SegmentsRead;
import dev.attune.engine.rule.drl.ParsedFile;
import dev.attune.engine.rule.drl.ParsedRule;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps segments from being derived from themselves, over whatever detour: with {@code not} in the
 * circle the answer would depend on the order of rules.
 */
final class SegmentOrder {
  private final Map<String, Set<String>> from = new LinkedHashMap<>();

  private SegmentOrder() {}

  static void check(List<ParsedFile> files, Diagnostics diagnostics) {
    SegmentOrder order = new SegmentOrder();
    List<ParsedRule> rules = files.stream().flatMap(file -> file.rules().stream()).toList();
    Set<String> all =
        rules.stream().flatMap(rule -> derived(rule).stream()).collect(Collectors.toSet());
    rules.forEach(rule -> order.add(rule, all));
    for (ParsedRule rule : rules) {
      for (String segment : derived(rule)) {
        Place back = order.wayBack(rule, segment, all);
        if (back == null) continue;
        String message = "segment \"" + segment + "\" is derived from itself. Break the circle";
        diagnostics.error(back, "circle", message);
      }
    }
  }

  private void add(ParsedRule rule, Set<String> all) {
    for (String segment : derived(rule)) {
      from.computeIfAbsent(segment, name -> new TreeSet<>())
          .addAll(SegmentsRead.in(rule.conditions(), all));
    }
  }

  /** Where the rule asks for a segment that is derived from the one it derives; null: nowhere. */
  private @Nullable Place wayBack(ParsedRule rule, String derived, Set<String> all) {
    for (Pattern pattern : Conditions.patterns(rule.conditions())) {
      if (pattern.fact() != FactType.SEGMENT) continue;
      Map<String, Place> named = SegmentsRead.named(pattern);
      if (named.isEmpty() && reaches(all, derived, new HashSet<>())) return pattern.place();
      for (Map.Entry<String, Place> each : named.entrySet()) {
        if (reaches(Set.of(each.getKey()), derived, new HashSet<>())) return each.getValue();
      }
    }
    return null;
  }

  private boolean reaches(Set<String> segments, String wanted, Set<String> seen) {
    return segments.stream()
        .filter(seen::add)
        .anyMatch(
            each ->
                each.equals(wanted) || reaches(from.getOrDefault(each, Set.of()), wanted, seen));
  }

  private static Set<String> derived(ParsedRule rule) {
    Set<String> segments = new TreeSet<>();
    for (Consequence each : rule.consequences()) {
      if (each instanceof Derive derive) segments.add(derive.segment());
    }
    return segments;
  }
}
