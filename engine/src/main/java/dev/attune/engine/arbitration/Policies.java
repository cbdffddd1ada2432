package dev.attune.engine.arbitration;

import dev.attune.engine.arbitration.policy.AlreadyDone;
import dev.attune.engine.arbitration.policy.Attended;
import dev.attune.engine.arbitration.policy.Consented;
import dev.attune.engine.arbitration.policy.CoolingDown;
import dev.attune.engine.arbitration.policy.Dismissed;
import dev.attune.engine.arbitration.policy.Excluded;
import dev.attune.engine.arbitration.policy.HeldOut;
import dev.attune.engine.arbitration.policy.LifetimeCap;
import dev.attune.engine.arbitration.policy.Outranked;
import dev.attune.engine.arbitration.policy.Published;
import dev.attune.engine.arbitration.policy.Quiet;
import dev.attune.engine.arbitration.policy.SlotTaken;
import dev.attune.engine.arbitration.policy.WindowCap;
import dev.attune.engine.arbitration.policy.WithinWindow;
import java.util.List;

/** The whole of arbitration, in order. The first policy that refuses gives the one reason. */
final class Policies {
  private Policies() {}

  /** Asked of every candidate, before anything is ranked. */
  static final List<Policy> BEFORE_RANK =
      List.of(
          new Published(),
          new WithinWindow(),
          new Consented(),
          new HeldOut(),
          new AlreadyDone(),
          new Dismissed(),
          new LifetimeCap(),
          new WindowCap(),
          new CoolingDown(),
          new Quiet());

  /** Asked best first, each seeing what was chosen before it. What is left empty falls back. */
  static final List<Policy> IN_RANK_ORDER =
      List.of(new Excluded(), new Attended(), new SlotTaken(), new Outranked());
}
