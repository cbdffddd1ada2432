package dev.attune.engine.publish.replay;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Kind;
import dev.attune.engine.action.Placements;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.decision.FactSource;
import dev.attune.engine.decision.OtherLedger;
import dev.attune.engine.decision.Rules;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.scenario.RandomLives.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Every few decisions something goes wrong that a record must carry. From a seed. */
final class Troubled implements Trouble {
  private final Random random;
  private int others;

  Troubled(long seed) {
    this.random = new Random(seed);
  }

  private boolean sometimes() {
    return random.nextInt(12) == 0;
  }

  @Override
  public FactSource reading(FactSource facts) {
    return person ->
        sometimes()
            ? CompletableFuture.failedFuture(new IllegalStateException("store is down"))
            : facts.load(person);
  }

  @Override
  public Rules proposing(Rules rules) {
    return new Overrunning(rules);
  }

  @Override
  public AttentionLedger reserving(AttentionLedger ledger) {
    return new Contended(ledger);
  }

  /** Another server shows and reserves between the reading of the facts and the reservation. */
  private final class Contended extends OtherLedger {
    Contended(AttentionLedger ledger) {
      super(ledger);
    }

    @Override
    public CompletionStage<List<Grant>> reserve(
        PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
      if (sometimes()) return CompletableFuture.failedFuture(new IllegalStateException("away"));
      if (sometimes() || sometimes()) {
        Ask ask = asks.get(random.nextInt(asks.size()));
        String id = "other-" + others++;
        ledger.spend(person, new Showing(id, ask.action(), ask.kind(), ask.interrupts(), now));
        Ask other = new Ask("elsewhere", Kind.NUDGE, true, List.of());
        ledger.reserve(person, id, List.of(other), now, expiresAt);
      }
      return ledger.reserve(person, decision, asks, now, expiresAt);
    }
  }

  private final class Overrunning implements Rules {
    private final Rules rules;

    Overrunning(Rules rules) {
      this.rules = rules;
    }

    @Override
    public String release() {
      return rules.release();
    }

    @Override
    public Placements placements() {
      return rules.placements();
    }

    @Override
    public Map<String, ActionCard> cards() {
      return rules.cards();
    }

    @Override
    public Evaluation propose(
        Known known, Instant now, VisitContext visit, Set<String> placements) {
      if (sometimes()) return new Evaluation(List.of(), Set.of(), true, List.of());
      return rules.propose(known, now, visit, placements);
    }

    @Override
    public Evaluation explain(
        Known known, Instant now, VisitContext visit, Set<String> placements) {
      return rules.explain(known, now, visit, placements);
    }

    @Override
    public Known usable(Known known) {
      return rules.usable(known);
    }

    @Override
    public boolean mayBlock() {
      return rules.mayBlock();
    }
  }
}
