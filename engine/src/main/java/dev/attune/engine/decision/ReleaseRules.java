package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placements;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The rules of a compiled release, asked about a snapshot of what is known. */
public record ReleaseRules(Release compiled) implements Rules {
  @Override
  public String release() {
    return compiled.id();
  }

  @Override
  public Placements placements() {
    return compiled.content().placements();
  }

  @Override
  public Map<String, ActionCard> cards() {
    return compiled.content().cards();
  }

  @Override
  public Evaluation propose(Known known, Instant now, VisitContext visit, Set<String> placements) {
    return compiled.evaluate(facts(known, now), visit, placements);
  }

  @Override
  public Evaluation explain(Known known, Instant now, VisitContext visit, Set<String> placements) {
    return compiled.explain(facts(known, now), visit, placements);
  }

  @Override
  public Known usable(Known known) {
    return known.with(known.learnt().usable(compiled.content().vocabulary(), known.consent()));
  }

  @Override
  public boolean mayBlock() {
    return compiled.mayBlock();
  }

  private Facts facts(Known known, Instant now) {
    return Snapshot.of(known, compiled.content().vocabulary(), now);
  }
}
