package dev.attune.api.cli;

import dev.attune.engine.action.Ceiling;
import dev.attune.engine.action.Placement;
import dev.attune.engine.publish.ceiling.Experience;
import dev.attune.engine.publish.ceiling.Reach;
import dev.attune.engine.publish.ceiling.Reach.Reached;
import dev.attune.engine.publish.ceiling.WithinCeiling;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostics;
import java.io.PrintWriter;
import java.util.Map;

/** Lists what each placement with a ceiling may show, each result with its id and who gets it. */
final class CeilingReport {
  private final Release release;
  private final PrintWriter out;

  CeilingReport(Release release, PrintWriter out) {
    this.release = release;
    this.out = out;
  }

  /** False when a ceiling is exceeded. */
  boolean print(RulesArgument rules) {
    Diagnostics diagnostics = new Diagnostics();
    int declared = 0;
    for (Placement placement : release.content().placements().byId().values()) {
      Ceiling ceiling = placement.ceiling();
      if (ceiling == null || ceiling.results() == null) continue;
      declared++;
      Reached reached = Reach.of(release, placement);
      print(placement, ceiling.results(), reached);
      WithinCeiling.check(release, placement, reached, diagnostics);
    }
    if (declared == 0) out.println("no placement declares a ceiling");
    rules.print(diagnostics.sorted(), out);
    return !diagnostics.hasErrors();
  }

  private void print(Placement placement, int ceiling, Reached reached) {
    out.printf(
        "%s: %s%d results, ceiling %d%n",
        placement.id(), reached.complete() ? "" : "at least ", reached.results().size(), ceiling);
    for (Map.Entry<Experience, String> one : reached.results().entrySet())
      out.printf("  %s  %s%n            %s%n", one.getKey().id(), one.getKey(), one.getValue());
  }
}
