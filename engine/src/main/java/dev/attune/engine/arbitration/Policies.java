package dev.attune.engine.arbitration;

import dev.attune.engine.arbitration.policy.AboveFloor;
import dev.attune.engine.arbitration.policy.AlreadyDone;
import dev.attune.engine.arbitration.policy.Attended;
import dev.attune.engine.arbitration.policy.Available;
import dev.attune.engine.arbitration.policy.Consented;
import dev.attune.engine.arbitration.policy.CoolingDown;
import dev.attune.engine.arbitration.policy.Dismissed;
import dev.attune.engine.arbitration.policy.Excluded;
import dev.attune.engine.arbitration.policy.HeldOut;
import dev.attune.engine.arbitration.policy.Hidden;
import dev.attune.engine.arbitration.policy.LifetimeCap;
import dev.attune.engine.arbitration.policy.Outranked;
import dev.attune.engine.arbitration.policy.Published;
import dev.attune.engine.arbitration.policy.Quiet;
import dev.attune.engine.arbitration.policy.SlotTaken;
import dev.attune.engine.arbitration.policy.WindowCap;
import dev.attune.engine.arbitration.policy.WithinQuota;
import dev.attune.engine.arbitration.policy.WithinWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole of arbitration, in order. The first policy that refuses gives the one reason. */
final class Policies {
  private Policies() {}

  /** Asked of every candidate, before anything is ranked. */
  static final List<Policy> BEFORE_RANK =
      List.of(
          new Published(),
          new Available(),
          new WithinWindow(),
          new Consented(),
          new HeldOut(),
          new AlreadyDone(),
          new Hidden(),
          new Dismissed(),
          new LifetimeCap(),
          new WindowCap(),
          new CoolingDown(),
          new Quiet());

  /** Asked best first, each seeing what was chosen before it. What is left empty falls back. */
  static final List<Policy> IN_RANK_ORDER =
      List.of(
          new Excluded(),
          new Attended(),
          new SlotTaken(),
          new AboveFloor(),
          new WithinQuota(),
          new Outranked());

  /** What a person pinned obeys nothing but these. */
  static final List<Policy> PINNED_BEFORE_RANK =
      List.of(new Published(), new Available(), new WithinWindow(), new Consented(), new HeldOut());

  static final List<Policy> PINNED_IN_ORDER = List.of(new Excluded(), new SlotTaken());

  static @Nullable Policy refusingBeforeRank(Contender contender, Round round) {
    return first(contender.isPinned() ? PINNED_BEFORE_RANK : BEFORE_RANK, contender, round);
  }

  static @Nullable Policy refusingInRankOrder(Contender contender, Round round) {
    return first(contender.isPinned() ? PINNED_IN_ORDER : IN_RANK_ORDER, contender, round);
  }

  private static @Nullable Policy first(List<Policy> policies, Contender contender, Round round) {
    for (int i = 0; i < policies.size(); i++) {
      if (policies.get(i).refuses(contender, round)) return policies.get(i);
    }
    return null;
  }
}
