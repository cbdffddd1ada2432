package dev.attune.engine.explain;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a release as their authors wrote them, found by place, by action and by segment.
 * Immutable; made once for a release.
 */
public final class WrittenRules {
  private final List<CheckedRule> all = new ArrayList<>();
  private final Map<String, List<CheckedRule>> proposing = new HashMap<>();
  private final Map<String, List<CheckedRule>> deriving = new HashMap<>();
  private final Map<Place, List<WrittenPattern>> patterns = new HashMap<>();

  private WrittenRules() {}

  public static WrittenRules of(Content content) {
    WrittenRules written = new WrittenRules();
    for (UseCase useCase : content.useCases()) {
      for (DrlFile file : useCase.files()) file.rules().forEach(written::add);
    }
    return written;
  }

  private void add(CheckedRule rule) {
    all.add(rule);
    for (Consequence each : rule.consequences()) {
      if (each instanceof Propose propose) add(rule, propose.action(), proposing);
      if (each instanceof Derive derive) add(rule, derive.segment(), deriving);
    }
    for (Condition condition : WrittenPattern.conditions(rule))
      patterns.put(condition.place(), WrittenPattern.in(condition));
  }

  private static void add(CheckedRule rule, String name, Map<String, List<CheckedRule>> byName) {
    List<CheckedRule> named = byName.computeIfAbsent(name, absent -> new ArrayList<>());
    if (!named.contains(rule)) named.add(rule);
  }

  public List<CheckedRule> all() {
    return all;
  }

  /** The rules that may propose an action. */
  public List<CheckedRule> proposing(String action) {
    return proposing.getOrDefault(action, List.of());
  }

  /** The rules that may put a person into a segment. */
  public List<CheckedRule> deriving(String segment) {
    return deriving.getOrDefault(segment, List.of());
  }

  /** Every segment some rule derives. */
  public Set<String> segments() {
    return deriving.keySet();
  }

  /** The first pattern of the condition that starts at a place. */
  Optional<WrittenPattern> patternAt(Place place) {
    return patternsAt(place).stream().findFirst();
  }

  /** All patterns of the condition that starts at a place. */
  public List<WrittenPattern> patternsAt(Place place) {
    return patterns.getOrDefault(place, List.of());
  }
}
