package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.Quota;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No more of one topic in a placement than its quotas for this visit grant. */
public final class WithinQuota implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.OUTRANKED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return contender.card().topic() != null
        && !contender.isMandatory()
        && reached(contender, round) != null;
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    List<String> holders = holders(contender, round);
    Quota quota = reached(contender, round);
    if (quota == null) throw new IllegalStateException("asked without having refused");
    return new Obstacle(
        quota.words() + (holders.isEmpty() ? "" : ": " + String.join(", ", holders)),
        quota.declaredAt(),
        quota.words(),
        holders.size(),
        "fewer than " + quota.atMost());
  }

  private static @Nullable Quota reached(Contender contender, Round round) {
    for (Quota quota : contender.slot().placement().ranking().quotas()) {
      if (quota.topic().equals(contender.card().topic())
          && quota.holds(round.contest().visit())
          && holders(contender, round).size() >= quota.atMost()) return quota;
    }
    return null;
  }

  private static List<String> holders(Contender contender, Round round) {
    List<String> holders = new ArrayList<>();
    for (Ranked one : round.chosen()) {
      if (one.contender().slot() == contender.slot()
          && contender.card().topic() != null
          && contender.card().topic().equals(one.card().topic())) holders.add(one.action());
    }
    return holders;
  }
}
