package dev.attune.engine.scenario;

import java.util.List;

/** A scenario that was run; it passed when there are no mismatches. */
public record ScenarioResult(Scenario scenario, List<Mismatch> mismatches) {
  public boolean passed() {
    return mismatches.isEmpty();
  }
}
