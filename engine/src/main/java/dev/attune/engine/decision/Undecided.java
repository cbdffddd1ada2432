package dev.attune.engine.decision;

import java.time.Instant;

/** A decision under way: everything fixed before its facts are read. */
record Undecided(String id, DecisionRequest request, Rules rules, Instant now) {
  Instant expiresAt() {
    return now.plus(DecisionService.VALID);
  }
}
