package dev.attune.engine.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A decision under way: everything fixed before its facts are read. */
record Undecided(String id, DecisionRequest request, Rules rules, Instant now) {
  Set<String> placements() {
    Set<String> placements = new HashSet<>();
    for (PlacementRequest asked : request.placements()) placements.add(asked.id());
    return placements;
  }

  Instant expiresAt() {
    return now.plus(DecisionService.VALID);
  }
}
