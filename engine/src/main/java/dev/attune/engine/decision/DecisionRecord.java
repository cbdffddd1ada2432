package dev.attune.engine.decision;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.ScoreParts;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision rested on and came to; closed: with its release it can be run again to the
 * same result without reading anything else. Immutable.
 *
 * @param known the person's facts with provenance, encounters and attention as they stood; without
 *     profile fields the person's consent kept from the rules
 * @param candidates what the rules proposed
 * @param chosen best first within each placement
 * @param evidence the outcome counts used, by action
 * @param refused by key, the bound the ledger refused it on
 */
public record DecisionRecord(
    String id,
    String release,
    Instant at,
    State state,
    StateReason stateReason,
    Known known,
    VisitContext visit,
    List<PlacementRequest> asked,
    List<Proposed> candidates,
    List<Chosen> chosen,
    List<Suppression> suppressed,
    Map<String, Evidence> evidence,
    Map<String, String> refused) {

  /**
   * The same with outcome counts of actions that nobody proposed, which another run may propose.
   *
   * @param lately the counts of an action as they are now
   */
  public DecisionRecord withCounts(Set<String> actions, Function<String, Evidence> lately) {
    Map<String, Evidence> counts = new HashMap<>();
    for (String action : actions) counts.put(action, lately.apply(action));
    for (Proposed one : candidates) counts.remove(one.action());
    counts.putAll(evidence);
    return new DecisionRecord(
        id,
        release,
        at,
        state,
        stateReason,
        known,
        visit,
        asked,
        candidates,
        chosen,
        suppressed,
        counts,
        refused);
  }

  /**
   * A candidate as it was proposed.
   *
   * @param item {@code kind/id} of the item it is about; null when about none
   */
  public record Proposed(
      String action, String rule, String because, double weight, @Nullable String item) {}

  /**
   * A choice as it was made; its content stands in the release.
   *
   * @param item {@code kind/id} of the item it stands for; null when its card stands once
   * @param interrupts whether its showing costs attention
   * @param drawn the probability of the lot that chose it, to explore; null when none did
   * @param reservation null when the choice needed none
   */
  public record Chosen(
      String placement,
      String action,
      @Nullable String item,
      Kind kind,
      boolean interrupts,
      int rank,
      ScoreParts parts,
      @Nullable Double drawn,
      @Nullable String reservation,
      Instant expiresAt) {
    public String key() {
      return ActionKey.of(action, item);
    }
  }
}
