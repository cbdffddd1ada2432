package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.rule.evaluate.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs decisions on a draft one by one, from nothing but their records: what a replay does, for
 * whoever has no time to look up the release each was made on. Thread-safe.
 */
public final class DraftRun {
  private final Release draft;
  private final ReleaseRules rules;

  public DraftRun(Release draft) {
    this.draft = draft;
    this.rules = new ReleaseRules(draft);
  }

  /**
   * What the person would have got otherwise; an empty list when nothing. Empty when the decision
   * means nothing on the draft, because a placement is gone or a field has another type.
   */
  public Optional<List<Move>> moves(DecisionRecord made) {
    if (Obstacle.of(made, draft.content()) != null) return Optional.empty();
    DecisionRecord met = Hindsight.of(made, null, rules, Map.of());
    Rerun now = Rerun.of(met, rules, met.known(), met.visit());
    return Optional.of(Difference.of(made, now).moves().stream().filter(Move::isSeen).toList());
  }
}
