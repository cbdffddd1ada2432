package dev.attune.engine.arbitration;

import dev.attune.engine.action.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among candidates. A pure function of the {@link Contest}; thread-safe. */
public final class Arbiter {
  /** Gates, then rank, then slots; a slot left empty shows its placement's fallback. */
  public Arbitration choose(Contest contest) {
    Round round = new Round(contest);
    List<Candidate> candidates = Duplicates.merged(contest.candidates());
    for (Slot slot : contest.slots()) {
      List<Ranked> admitted = admitted(candidates, slot, round);
      admitted.sort(Ranked.ORDER);
      for (int i = 0; i < admitted.size(); i++) {
        Ranked next = admitted.get(i);
        Policy refusing = firstRefusing(Policies.IN_RANK_ORDER, next.contender(), round);
        if (refusing == null) round.choose(next);
        else round.suppress(next.contender(), refusing);
      }
    }
    return round.result();
  }

  private static List<Ranked> admitted(List<Candidate> candidates, Slot slot, Round round) {
    List<Ranked> admitted = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Contender contender = new Contender(candidates.get(i), slot);
      if (!fits(contender)) continue;
      Policy refusing = firstRefusing(Policies.BEFORE_RANK, contender, round);
      if (refusing == null) admitted.add(Score.of(contender, round));
      else round.suppress(contender, refusing);
    }
    return admitted;
  }

  private static boolean fits(Contender contender) {
    return contender.card().placements().contains(contender.slot().placement().id())
        && contender.slot().placement().kinds().contains(contender.card().kind());
  }

  private static @Nullable Policy firstRefusing(
      List<Policy> policies, Contender contender, Round round) {
    for (int i = 0; i < policies.size(); i++) {
      if (policies.get(i).refuses(contender, round)) return policies.get(i);
    }
    return null;
  }
}
