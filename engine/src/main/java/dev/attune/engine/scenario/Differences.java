package dev.attune.engine.scenario;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.explain.Explainer;
import dev.attune.engine.explain.Explanation;
import dev.attune.engine.explain.Lost;
import dev.attune.engine.explain.Won;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.Step.Decides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a decision with what its author expected, and asks the engine why it differs. */
final class Differences {
  private final Decides step;
  private final Decision decision;
  private final DecisionRecord made;
  private final Release release;
  private @Nullable Explainer explainer;

  Differences(Decides step, Decision decision, DecisionRecord made, Release release) {
    this.step = step;
    this.decision = decision;
    this.made = made;
    this.release = release;
  }

  List<Mismatch> found() {
    List<Mismatch> found = new ArrayList<>();
    if (step.expected().decides() != null) decides(step.expected().decides(), found);
    if (step.expected().suppresses() != null) suppresses(step.expected().suppresses(), found);
    return found;
  }

  private void decides(Map<String, String> expected, List<Mismatch> found) {
    Map<String, String> actual = new LinkedHashMap<>();
    for (PlacementResult result : decision.placements()) {
      for (Choice choice : result.choices()) actual.put(choice.key(), choice.because());
    }
    if (!List.copyOf(actual.keySet()).equals(List.copyOf(expected.keySet()))) {
      Set<String> differing = new TreeSet<>(expected.keySet());
      differing.addAll(actual.keySet());
      differing.removeIf(action -> expected.containsKey(action) && actual.containsKey(action));
      found.add(mismatch("decides " + words(expected), "decided " + words(actual), differing));
      return;
    }
    expected.forEach(
        (action, because) -> {
          if (!because.isEmpty() && !because.equals(actual.get(action)))
            found.add(
                mismatch(
                    action + " because \"" + because + '"',
                    "because \"" + actual.get(action) + '"',
                    Set.of(action)));
        });
  }

  private static String words(Map<String, String> actions) {
    return actions.isEmpty() ? "nothing" : String.join(", ", actions.keySet());
  }

  private void suppresses(Map<String, ReasonCode> expected, List<Mismatch> found) {
    Map<String, ReasonCode> actual = new TreeMap<>();
    for (Suppression one : decision.suppressed()) actual.putIfAbsent(one.key(), one.reason());
    expected.forEach(
        (action, reason) -> {
          if (!actual.containsKey(action) && explainer().reasonOf(action) == reason)
            actual.put(action, reason);
        });
    if (actual.equals(new TreeMap<>(expected))) return;
    Set<String> differing = new TreeSet<>(expected.keySet());
    differing.addAll(actual.keySet());
    differing.removeIf(action -> expected.get(action) == actual.get(action));
    found.add(mismatch("suppresses " + new TreeMap<>(expected), "suppressed " + actual, differing));
  }

  private Mismatch mismatch(String expected, String actual, Set<String> actions) {
    String why = actions.stream().map(this::why).collect(Collectors.joining("\n"));
    return new Mismatch(step.place(), expected, actual, why);
  }

  private String why(String action) {
    Explanation explanation = explainer().explainKey(action);
    for (Won won : explanation.won())
      return action + " is chosen by \"" + won.rule().name() + "\" at " + won.rule().place();
    for (Lost lost : explanation.lost()) {
      String where = lost.misses().isEmpty() ? "" : " (" + lost.misses().get(0).place() + ")";
      return action + " is " + lost.reason() + ": " + lost.detail() + where;
    }
    return action + " cannot stand in " + step.placements().get(0).id() + ", see its card";
  }

  private Explainer explainer() {
    if (explainer == null) explainer = new Explainer(made, release);
    return explainer;
  }
}
