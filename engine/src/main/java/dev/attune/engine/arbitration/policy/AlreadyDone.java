package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Goal;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import java.time.Instant;

/**
 * The person did what the action hopes for since it was last shown. Nudges, tours and checklists
 * are then done for good, modules and messages until their goal's time has passed. An action about
 * an item is left to the item's own state.
 */
public final class AlreadyDone implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.ALREADY_DONE;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    ActionCard card = contender.card();
    Encounters met = round.encounters(contender);
    if (card.goal() == null || contender.candidate().about() != null) return false;
    if (met == null || met.shown().isEmpty()) return false;
    Instant lastShown = met.shown().get(met.shown().size() - 1);
    Counter counter = round.contest().known().counters().get(card.goal().event());
    if (counter == null || counter.last().isBefore(lastShown)) return false;
    return card.kind().happensOnce() || round.now().isBefore(lastShown.plus(card.goal().within()));
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Goal goal = contender.card().goal();
    String event = goal == null ? "" : goal.event();
    Counter counter = round.contest().known().counters().get(event);
    return new Obstacle(
        event + " happened" + (counter == null ? "" : " " + round.words(counter.last())),
        contender.card().placeOf("goal"),
        "goal: event: " + event,
        counter == null ? null : counter.last(),
        "not since it was last shown");
  }
}
