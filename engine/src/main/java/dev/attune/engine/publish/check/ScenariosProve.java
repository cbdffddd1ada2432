package dev.attune.engine.publish.check;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.scenario.Coverage;
import dev.attune.engine.scenario.Coverage.RuleCoverage;
import dev.attune.engine.scenario.Mismatch;
import dev.attune.engine.scenario.ScenarioResult;
import dev.attune.engine.scenario.ScenarioRunner;
import dev.attune.engine.scenario.Scenarios;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every scenario comes out as its author says, and each new or changed rule fires in one of them
 * and stays silent in another.
 */
final class ScenariosProve implements DraftCheck {
  private final boolean proofDemanded;

  /**
   * @param proofDemanded whether a changed rule that no scenario proves is an error
   */
  ScenariosProve(boolean proofDemanded) {
    this.proofDemanded = proofDemanded;
  }

  @Override
  public void check(CompiledDraft draft, Diagnostics diagnostics) {
    Scenarios scenarios = Scenarios.read(draft.files().byPath(), draft.release().content());
    diagnostics.addAll(scenarios.diagnostics());
    List<CheckedRule> changed = draft.diff().changedRules(draft.release().content());
    Coverage coverage = changed.isEmpty() ? Coverage.NONE : Coverage.noting();
    new ScenarioRunner(draft.release(), coverage)
        .run(scenarios.all())
        .forEach(result -> addMismatches(result, diagnostics));
    addUnproven(changed, coverage, diagnostics);
  }

  private static void addMismatches(ScenarioResult result, Diagnostics diagnostics) {
    for (Mismatch mismatch : result.mismatches()) {
      String why = mismatch.why().isEmpty() ? "" : ". " + mismatch.why().replace("\n", ". ");
      String words =
          "scenario \"%s\" expects %s, the rules give %s%s"
              .formatted(result.scenario().name(), mismatch.expected(), mismatch.actual(), why);
      diagnostics.error(mismatch.place(), "scenario-failed", words);
    }
  }

  private void addUnproven(List<CheckedRule> changed, Coverage coverage, Diagnostics diagnostics) {
    Map<Place, RuleCoverage> byPlace =
        coverage.byRule().stream()
            .collect(Collectors.toMap(each -> each.rule().place(), Function.identity()));
    for (CheckedRule rule : changed) {
      RuleCoverage seen = byPlace.get(rule.ref().place());
      if (seen != null && seen.isCovered()) continue;
      String words =
          "the changed rule \"%s\" %s. Write a scenario in which it %s"
              .formatted(rule.ref().name(), lack(seen), remedy(seen));
      if (proofDemanded) diagnostics.error(rule.ref().place(), "unproven", words);
      else diagnostics.warning(rule.ref().place(), "unproven", words);
    }
  }

  private static String lack(@Nullable RuleCoverage seen) {
    if (seen == null) return "stands in no scenario";
    return seen.fired() == 0 ? "fires in no scenario" : "is silent in no scenario";
  }

  private static String remedy(@Nullable RuleCoverage seen) {
    if (seen == null) return "fires, and one in which it stays silent";
    return seen.fired() == 0 ? "fires" : "stays silent";
  }
}
