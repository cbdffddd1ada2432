package dev.attune.engine.decision;

import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A ledger whose store is down. */
public final class UnreachableLedger implements AttentionLedger {
  private static <T> CompletionStage<T> down() {
    return CompletableFuture.failedFuture(new IllegalStateException("store is down"));
  }

  @Override
  public CompletionStage<List<Grant>> reserve(
      PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    return down();
  }

  @Override
  public CompletionStage<Boolean> spend(PersonId person, Showing showing) {
    return down();
  }

  @Override
  public CompletionStage<Boolean> giveBack(PersonId person, String action, String reservation) {
    return down();
  }

  @Override
  public CompletionStage<Boolean> react(PersonId person, Reaction reaction) {
    return down();
  }

  @Override
  public CompletionStage<List<Reaction>> reactions(PersonId person) {
    return down();
  }

  @Override
  public CompletionStage<Void> laidOut(PersonId person, String placement, Layout layout) {
    return down();
  }
}
