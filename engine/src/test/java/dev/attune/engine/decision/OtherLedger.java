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
import java.util.concurrent.CompletionStage;

/** A ledger that passes everything on, for tests that change one step of another. */
public abstract class OtherLedger implements AttentionLedger {
  protected final AttentionLedger ledger;

  protected OtherLedger(AttentionLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public CompletionStage<List<Grant>> reserve(
      PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    return ledger.reserve(person, decision, asks, now, expiresAt);
  }

  @Override
  public CompletionStage<Boolean> spend(PersonId person, Showing showing) {
    return ledger.spend(person, showing);
  }

  @Override
  public CompletionStage<Boolean> giveBack(PersonId person, String action, String reservation) {
    return ledger.giveBack(person, action, reservation);
  }

  @Override
  public CompletionStage<Boolean> react(PersonId person, Reaction reaction) {
    return ledger.react(person, reaction);
  }

  @Override
  public CompletionStage<List<Reaction>> reactions(PersonId person) {
    return ledger.reactions(person);
  }

  @Override
  public CompletionStage<Void> laidOut(PersonId person, String placement, Layout layout) {
    return ledger.laidOut(person, placement, layout);
  }
}
