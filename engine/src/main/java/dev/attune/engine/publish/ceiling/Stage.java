package dev.attune.engine.publish.ceiling;

import dev.attune.engine.action.Holdout;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Placements;
import dev.attune.engine.arbitration.Arbiter;
import dev.attune.engine.arbitration.Contest;
import dev.attune.engine.arbitration.Slot;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one placement shows to whom, as far as rules and arbitration make it. What a person has seen
 * often enough or sent away, their holdout and the hour of the night only ever take something out
 * of a result, and do not make another one. Thread-safe.
 */
public final class Stage {
  private final ReleaseRules rules;
  private final Placement placement;
  private final Placements placements;

  public Stage(Release release, Placement placement) {
    this.rules = new ReleaseRules(release);
    this.placement = placement;
    Placements declared = release.content().placements();
    this.placements = new Placements(declared.byId(), declared.attention(), null, Holdout.NOBODY);
  }

  /**
   * A result and how it came about.
   *
   * @param cause what the rules proposed; equal causes give equal results
   */
  public record Shown(Experience experience, Set<String> cause) {}

  public Shown show(Known known, VisitContext visit, Instant now) {
    Evaluation evaluated = rules.propose(known, now, visit, Set.of(placement.id()));
    Contest contest =
        new Contest(
            asIfNew(known),
            now,
            visit,
            evaluated.candidates(),
            List.of(Slot.of(placement)),
            placements,
            rules.cards(),
            Map.of(),
            Map.of(),
            false);
    Set<String> cause = new TreeSet<>();
    evaluated.candidates().forEach(one -> cause.add(one.card().id() + '*' + one.weight()));
    return new Shown(Experience.of(new Arbiter().choose(contest).filled().get(0)), cause);
  }

  private static Known asIfNew(Known known) {
    return new Known(
        known.person(),
        known.zone(),
        known.consent(),
        known.profile(),
        known.counters(),
        known.items(),
        Map.of(),
        Attention.UNTOUCHED);
  }
}
