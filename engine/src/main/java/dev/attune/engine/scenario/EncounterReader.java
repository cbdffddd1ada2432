package dev.attune.engine.scenario;

import dev.attune.engine.scenario.Given.Met;
import dev.attune.engine.scenario.Given.Pins;
import dev.attune.engine.scenario.Given.Times;
import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a person has met before: what was shown, what came of it, what is pinned or hidden.
 */
final class EncounterReader {
  private final Checks checks;

  EncounterReader(Checks checks) {
    this.checks = checks;
  }

  /** By action. */
  Map<String, Met> met(Mapping person) {
    Map<String, Met> met = new LinkedHashMap<>();
    times(person, "shown")
        .forEach((a, t) -> met.merge(a, new Met(t, null, null, null, false), (b, n) -> n.over(b)));
    times(person, "accepted")
        .forEach((a, t) -> met.merge(a, new Met(null, t, null, null, false), (b, n) -> n.over(b)));
    times(person, "dismissed")
        .forEach((a, t) -> met.merge(a, new Met(null, null, t, null, false), (b, n) -> n.over(b)));
    times(person, "snoozed")
        .forEach((a, t) -> met.merge(a, new Met(null, null, null, t, false), (b, n) -> n.over(b)));
    for (YamlTree tree : checks.items(person, "less")) {
      if (tree instanceof Scalar action && checks.isAction(action.text(), action.place()))
        met.merge(
            action.text(), new Met(null, null, null, null, true), (below, one) -> one.over(below));
    }
    return met;
  }

  private Map<String, Times> times(Mapping person, String key) {
    Map<String, Times> times = new LinkedHashMap<>();
    checks
        .entries(person, key)
        .forEach(
            (action, entry) -> {
              if (checks.isAction(action, entry.keyPlace()))
                times.put(action, times(action, entry.value()));
            });
    return times;
  }

  private Times times(String action, YamlTree tree) {
    if (!(tree instanceof Mapping how)) return new Times(checks.count(tree, action), 0);
    checks.refuseOtherKeys(how, Set.of("count", "daysSinceLast"));
    return new Times(checks.count(how, "count", 1), checks.count(how, "daysSinceLast", 0));
  }

  /** By placement. */
  Map<String, Pins> arranged(Mapping person) {
    Map<String, Pins> arranged = new LinkedHashMap<>();
    actionsByPlacement(person, "pinned")
        .forEach((placement, pinned) -> arranged.put(placement, new Pins(pinned, Set.of())));
    actionsByPlacement(person, "hidden")
        .forEach(
            (placement, hidden) -> {
              List<String> pinned = arranged.getOrDefault(placement, Pins.NONE).pinned();
              arranged.put(placement, new Pins(pinned, Set.copyOf(hidden)));
            });
    return arranged;
  }

  private Map<String, List<String>> actionsByPlacement(Mapping person, String key) {
    Map<String, List<String>> byPlacement = new LinkedHashMap<>();
    checks
        .entries(person, key)
        .forEach(
            (placement, entry) -> {
              if (checks.isPlacement(placement, entry.keyPlace()))
                byPlacement.put(placement, checks.actions(entry.value()));
            });
    return byPlacement;
  }
}
