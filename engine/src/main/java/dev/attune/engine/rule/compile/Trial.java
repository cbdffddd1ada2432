package dev.attune.engine.rule.compile;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Set;

/**
 * Runs a new release on invented people before anybody meets it: rules that overrun are found here,
 * and the code that real people meet is warm.
 */
final class Trial {
  private static final int PEOPLE = 200;
  private static final int OVERRUNS = 3;

  private Trial() {}

  /** What is wrong; empty when the release may be activated. */
  static List<Diagnostic> of(Release release) {
    if (release.mayBlock()) warmUp(release);
    SampleFacts sample = new SampleFacts(release.content());
    Set<String> placements = release.content().placements().byId().keySet();
    for (int i = 0; i < PEOPLE && release.overruns() < OVERRUNS; i++) {
      Facts facts = sample.person();
      VisitContext visit = sample.visit();
      release.evaluate(facts, visit, placements);
    }
    if (release.overruns() == 0) return List.of();
    Place place =
        release
            .slowestRule(sample.person(), sample.visit())
            .map(RuleRef::place)
            .orElse(Place.of(""));
    return List.of(
        Complaints.error(
            place,
            "overrun",
            "looks at too many combinations of facts: narrow its patterns, or join fewer of them"));
  }

  /** The first session of a JVM loads its classes, and that is not the rules' work. */
  private static void warmUp(Release release) {
    SampleFacts sample = new SampleFacts(release.content());
    release.verify(sample.person(), sample.visit(), Set.of());
  }
}
