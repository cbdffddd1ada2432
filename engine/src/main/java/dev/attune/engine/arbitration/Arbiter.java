package dev.attune.engine.arbitration;

import dev.attune.engine.action.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among candidates. A pure function of the {@link Contest}; thread-safe. */
public final class Arbiter {
  /** Gates, then rank and what the placement asks of its order, then slots, then its fallback. */
  public Arbitration choose(Contest contest) {
    Round round = new Round(contest);
    List<Candidate> candidates = Duplicates.merged(contest.candidates());
    for (Slot slot : contest.slots()) {
      List<Ranked> ranked = admitted(Pins.with(candidates, slot, contest), slot, round);
      ranked.sort(Ranked.ORDER);
      ranked = Exploration.drawn(ranked, slot, round);
      ranked = Steadiness.kept(ranked, slot, round);
      seat(ranked, round);
    }
    return round.result();
  }

  private static List<Ranked> admitted(List<Candidate> candidates, Slot slot, Round round) {
    List<Ranked> admitted = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Contender contender = new Contender(candidates.get(i), slot);
      if (!contender.fits()) continue;
      Policy refusing = Policies.refusingBeforeRank(contender, round);
      if (refusing == null) admitted.add(Score.of(contender, round));
      else round.suppress(contender, refusing);
    }
    return admitted;
  }

  /** Asks one after the other; each that nothing speaks against takes the next place. */
  static void seat(List<Ranked> ranked, Round round) {
    for (int i = 0; i < ranked.size(); i++) {
      Ranked next = ranked.get(i);
      @Nullable Policy refusing = Policies.refusingInRankOrder(next.contender(), round);
      if (refusing == null) round.choose(next);
      else round.suppress(next.contender(), refusing);
    }
  }
}
