package dev.attune.api;

import dev.attune.engine.action.Placements;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import java.util.List;

/**
 * Decides for nobody before the first person asks: the first decisions of a JVM load its classes,
 * and may take longer than a store is waited for.
 */
final class WarmUp {
  private static final int DECISIONS = 40;
  private static final PersonId NOBODY = PersonId.anonymous("warm-up");

  private WarmUp() {}

  /** Blocks until done; leaves no trace, because every decision is a dry run. */
  static void of(DecisionService decisions, Placements placements) {
    List<PlacementRequest> everywhere =
        placements.byId().keySet().stream().map(id -> new PlacementRequest(id, null)).toList();
    DecisionRequest request =
        new DecisionRequest(NOBODY, everywhere, VisitContext.EMPTY, false, true);
    for (int i = 0; i < DECISIONS; i++) decisions.decide(request).toCompletableFuture().join();
  }
}
