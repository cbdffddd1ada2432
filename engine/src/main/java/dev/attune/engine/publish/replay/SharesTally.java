package dev.attune.engine.publish.replay;

import dev.attune.engine.action.Ceiling;
import dev.attune.engine.action.Placement;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.publish.ceiling.Experience;
import dev.attune.engine.publish.ceiling.Stage;
import dev.attune.engine.publish.replay.ReplayReport.ResultShare;
import dev.attune.engine.rule.evaluate.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which share of people gets which result, in the placements that declare a ceiling. */
final class SharesTally {
  private final Map<String, Stage> stages = new HashMap<>();
  private final Map<String, Ceiling> ceilings = new HashMap<>();
  private final Map<Experience, Set<PersonId>> people = new TreeMap<>();
  private final Map<String, Set<PersonId>> asked = new HashMap<>();

  SharesTally(Release draft) {
    for (Placement placement : draft.content().placements().byId().values()) {
      if (placement.ceiling() == null) continue;
      ceilings.put(placement.id(), placement.ceiling());
      stages.put(placement.id(), new Stage(draft, placement));
    }
  }

  void add(DecisionRecord met) {
    if (stages.isEmpty()) return;
    PersonId person = met.known().person();
    for (PlacementRequest one : met.asked()) {
      Stage stage = stages.get(one.id());
      if (stage == null) continue;
      Experience shown = stage.show(met.known(), met.visit(), met.at()).experience();
      asked.computeIfAbsent(one.id(), first -> new HashSet<>()).add(person);
      people.computeIfAbsent(shown, first -> new HashSet<>()).add(person);
    }
  }

  void addAll(SharesTally other) {
    other.asked.forEach(
        (id, some) -> asked.computeIfAbsent(id, first -> new HashSet<>()).addAll(some));
    other.people.forEach(
        (one, some) -> people.computeIfAbsent(one, first -> new HashSet<>()).addAll(some));
  }

  List<ResultShare> shares() {
    List<ResultShare> shares = new ArrayList<>();
    people.forEach(
        (one, some) -> {
          int of = asked.getOrDefault(one.placement(), Set.of()).size();
          Ceiling ceiling = ceilings.get(one.placement());
          double smallest = ceiling == null ? 0 : ceiling.smallestShare();
          shares.add(
              new ResultShare(one.placement(), one.id(), one.actions(), some.size(), of, smallest));
        });
    return shares;
  }
}
