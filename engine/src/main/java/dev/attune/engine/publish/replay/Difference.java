package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.fact.ActionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision beside what it comes to on another release.
 *
 * @param changed whether the person gets other actions, or in another order, in some placement
 * @param reworded whether they get the same ones, one of them for another reason in words
 * @param identical whether every verdict is the recorded one, reasons of the others included
 * @param moves every action whose fate differs in some placement; one that stands for each item is
 *     told once for all of them
 */
record Difference(boolean changed, boolean reworded, boolean identical, List<Move> moves) {

  static Difference of(DecisionRecord made, Rerun after) {
    Map<Spot, Fate> old = fates(made);
    Map<Spot, Fate> now = fates(after);
    if (old.equals(now)) return new Difference(false, isReworded(made, after), true, List.of());
    List<Move> moves = new ArrayList<>();
    Set<Spot> forItems = new HashSet<>();
    Set<Spot> spots = new HashSet<>(old.keySet());
    spots.addAll(now.keySet());
    boolean changed = false;
    for (Spot spot : spots) {
      Fate was = old.getOrDefault(spot, Fate.NOT_PROPOSED);
      Fate is = now.getOrDefault(spot, Fate.NOT_PROPOSED);
      if (was.equals(is)) continue;
      Move move = new Move(spot.action(), was.reason(), is.reason());
      changed |= move.isSeen();
      if (spot.isForItem()) forItems.add(new Spot(spot.placement(), spot.action()));
      else moves.add(move);
    }
    for (Spot spot : forItems) {
      Move move = new Move(spot.action(), overItems(spot, old), overItems(spot, now));
      if (move.isSeen() || move.from() != move.to()) moves.add(move);
    }
    return new Difference(changed, !changed && isReworded(made, after), false, moves);
  }

  /** What is chosen or not, in a placement. */
  private record Spot(String placement, String key) {
    String action() {
      return ActionKey.action(key);
    }

    boolean isForItem() {
      return ActionKey.item(key) != null;
    }
  }

  /** What became of an action that stands for each item: null when it was chosen for any. */
  private static @Nullable ReasonCode overItems(Spot spot, Map<Spot, Fate> fates) {
    ReasonCode reason = null;
    for (Map.Entry<Spot, Fate> one : fates.entrySet()) {
      boolean meant =
          one.getKey().placement().equals(spot.placement())
              && one.getKey().action().equals(spot.key());
      if (meant && one.getValue().reason() == null) return null;
      if (meant && reason == null) reason = one.getValue().reason();
    }
    return reason == null ? ReasonCode.NOT_ELIGIBLE : reason;
  }

  /**
   * What became of it.
   *
   * @param rank 0 when it was not chosen
   */
  private record Fate(int rank, @Nullable ReasonCode reason) {
    static final Fate NOT_PROPOSED = new Fate(0, ReasonCode.NOT_ELIGIBLE);
  }

  private static Map<Spot, Fate> fates(DecisionRecord made) {
    Map<Spot, Fate> fates = new LinkedHashMap<>();
    for (Chosen one : made.chosen())
      fates.put(new Spot(one.placement(), one.key()), new Fate(one.rank(), null));
    for (Suppression one : made.suppressed()) add(one, fates);
    return fates;
  }

  private static Map<Spot, Fate> fates(Rerun rerun) {
    Map<Spot, Fate> fates = new LinkedHashMap<>();
    for (Filled filled : rerun.arbitration().filled()) {
      String placement = filled.slot().placement().id();
      for (int i = 0; i < filled.chosen().size(); i++)
        fates.put(new Spot(placement, filled.chosen().get(i).key()), new Fate(i + 1, null));
    }
    for (Suppression one : rerun.arbitration().suppressed()) add(one, fates);
    return fates;
  }

  private static void add(Suppression one, Map<Spot, Fate> fates) {
    fates.put(new Spot(one.placement(), one.key()), new Fate(0, one.reason()));
  }

  private static boolean isReworded(DecisionRecord made, Rerun after) {
    Map<String, Set<String>> said = new HashMap<>();
    for (Proposed one : made.candidates())
      said.computeIfAbsent(one.action(), first -> new HashSet<>()).add(one.because());
    for (Filled filled : after.arbitration().filled()) {
      for (Ranked one : filled.chosen()) {
        String because = one.contender().candidate().because();
        if (!Objects.requireNonNullElse(said.get(one.action()), Set.of()).contains(because))
          return true;
      }
    }
    return false;
  }
}
