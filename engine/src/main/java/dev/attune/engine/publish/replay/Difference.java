package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.decision.Rerun;
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
 * @param moves every action whose fate differs in some placement
 */
record Difference(boolean changed, boolean reworded, boolean identical, List<Move> moves) {

  static Difference of(DecisionRecord made, Rerun after) {
    Map<Spot, Fate> old = fates(made);
    Map<Spot, Fate> now = fates(after);
    if (old.equals(now)) return new Difference(false, isReworded(made, after), true, List.of());
    List<Move> moves = new ArrayList<>();
    Set<Spot> spots = new HashSet<>(old.keySet());
    spots.addAll(now.keySet());
    boolean changed = false;
    for (Spot spot : spots) {
      Fate was = old.getOrDefault(spot, Fate.NOT_PROPOSED);
      Fate is = now.getOrDefault(spot, Fate.NOT_PROPOSED);
      if (was.equals(is)) continue;
      Move move = new Move(spot.action(), was.reason(), is.reason());
      moves.add(move);
      changed |= move.isSeen();
    }
    return new Difference(changed, !changed && isReworded(made, after), false, moves);
  }

  /** An action in a placement. */
  private record Spot(String placement, String action) {}

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
      fates.put(new Spot(one.placement(), one.action()), new Fate(one.rank(), null));
    for (Suppression one : made.suppressed()) add(one, fates);
    return fates;
  }

  private static Map<Spot, Fate> fates(Rerun rerun) {
    Map<Spot, Fate> fates = new LinkedHashMap<>();
    for (Filled filled : rerun.arbitration().filled()) {
      String placement = filled.slot().placement().id();
      for (int i = 0; i < filled.chosen().size(); i++)
        fates.put(new Spot(placement, filled.chosen().get(i).action()), new Fate(i + 1, null));
    }
    for (Suppression one : rerun.arbitration().suppressed()) add(one, fates);
    return fates;
  }

  private static void add(Suppression one, Map<Spot, Fate> fates) {
    fates.put(new Spot(one.placement(), one.action()), new Fate(0, one.reason()));
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
