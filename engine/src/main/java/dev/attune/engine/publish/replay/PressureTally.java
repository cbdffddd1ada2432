package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Asking;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.publish.replay.ReplayReport.PlacementUse;
import dev.attune.engine.publish.replay.ReplayReport.Pressure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much attention decisions ask for and how often they fall back, on both sides. */
final class PressureTally {
  private final Side before = new Side();
  private final Side after = new Side();
  private final Counts<String> asked = new Counts<>();
  private final Counts<String> fellBackBefore = new Counts<>();
  private final Counts<String> fellBackAfter = new Counts<>();

  private static final class Side {
    private long reservations;
    private long interruptions;
    private long refused;
    private long asked;
    private long fallbacks;
    private long overran;

    void addAll(Side other) {
      reservations += other.reservations;
      interruptions += other.interruptions;
      refused += other.refused;
      asked += other.asked;
      fallbacks += other.fallbacks;
      overran += other.overran;
    }

    void addSuppressed(List<Suppression> suppressed) {
      for (Suppression one : suppressed) {
        if (one.reason() == ReasonCode.NO_ATTENTION) refused++;
      }
    }

    Pressure pressure() {
      return new Pressure(reservations, interruptions, refused, asked, fallbacks, overran);
    }
  }

  /**
   * Adds a decision.
   *
   * @param met the record as the other release met it
   */
  void add(DecisionRecord made, DecisionRecord met, Rerun now) {
    addBefore(made);
    addAfter(met, now);
    for (PlacementRequest one : made.asked()) asked.add(one.id());
    before.asked += made.asked().size();
    after.asked += made.asked().size();
  }

  private void addBefore(DecisionRecord made) {
    Set<String> filled = new HashSet<>();
    for (Chosen one : made.chosen()) {
      filled.add(one.placement());
      if (one.reservation() != null) before.reservations++;
      if (one.interrupts()) before.interruptions++;
    }
    for (PlacementRequest one : made.asked()) {
      if (filled.contains(one.id())) continue;
      before.fallbacks++;
      fellBackBefore.add(one.id());
    }
    before.addSuppressed(made.suppressed());
    if (made.stateReason() == StateReason.LIMIT_HIT) before.overran++;
  }

  private void addAfter(DecisionRecord met, Rerun now) {
    if (!Hindsight.ledgerWasAway(met))
      after.reservations += Asking.asks(now.arbitration(), now.contest()).size();
    for (Filled filled : now.arbitration().filled()) {
      for (Ranked one : filled.chosen()) {
        if (one.contender().interrupts()) after.interruptions++;
      }
      if (!filled.chosen().isEmpty()) continue;
      after.fallbacks++;
      fellBackAfter.add(filled.slot().placement().id());
    }
    after.addSuppressed(now.arbitration().suppressed());
    boolean stillOver = met.state() == State.DEFAULT && met.stateReason() == StateReason.LIMIT_HIT;
    if (now.limitHit() || stillOver) after.overran++;
  }

  void addAll(PressureTally other) {
    before.addAll(other.before);
    after.addAll(other.after);
    asked.addAll(other.asked);
    fellBackBefore.addAll(other.fellBackBefore);
    fellBackAfter.addAll(other.fellBackAfter);
  }

  Pressure before() {
    return before.pressure();
  }

  Pressure after() {
    return after.pressure();
  }

  List<PlacementUse> placements() {
    List<PlacementUse> uses = new ArrayList<>();
    for (String id : asked.keys())
      uses.add(new PlacementUse(id, asked.of(id), fellBackBefore.of(id), fellBackAfter.of(id)));
    return uses;
  }
}
