package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placements;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Match;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.vocabulary.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
  public List<Match> matches(Known known, Instant now, VisitContext visit, Evaluation evaluation) {
    return compiled.matches(facts(known, now), visit, evaluation);
  }

  @Override
  public Known usable(Known known) {
    if (areUsable(known)) return known;
    Map<String, ProfileValue> profile = new HashMap<>(known.profile());
    profile.entrySet().removeIf(each -> !isUsable(each.getKey(), each.getValue(), known));
    return known.with(known.learnt().with(profile));
  }

  private boolean areUsable(Known known) {
    for (Map.Entry<String, ProfileValue> each : known.profile().entrySet()) {
      if (!isUsable(each.getKey(), each.getValue(), known)) return false;
    }
    return true;
  }

  private boolean isUsable(String field, ProfileValue value, Known known) {
    Field declared = compiled.content().vocabulary().profile().get(field);
    return declared != null
        && known.consent().allows(declared.purpose())
        && declared.type().fits(value.value());
  }

  @Override
  public boolean mayBlock() {
    return compiled.mayBlock();
  }

  private Facts facts(Known known, Instant now) {
    return Snapshot.of(known, compiled.content().vocabulary(), now);
  }
}
