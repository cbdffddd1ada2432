package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Affinity;
import dev.attune.engine.action.Prior;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.Known;
import dev.attune.engine.vocabulary.Purpose;

/** Priority × weight × likelihood × value × liking × affinity; the parts are kept apart. */
public final class Score {
  /** How much less is shown of a use case of which the person asked for less. */
  static final double LESS = 0.5;

  private Score() {}

  /** A contender's score within a contest. */
  public static Ranked of(Contender contender, Contest contest) {
    return of(contender, new Round(contest));
  }

  static Ranked of(Contender contender, Round round) {
    ScoreParts parts = contender.isMandatory() ? unranked(contender) : parts(contender, round);
    return new Ranked(contender, parts, parts.score(), null);
  }

  private static ScoreParts unranked(Contender contender) {
    return new ScoreParts(contender.card().priority(), 1, 1, 1, 1, 1, Evidence.NONE);
  }

  private static ScoreParts parts(Contender contender, Round round) {
    ActionCard card = contender.card();
    Evidence evidence = round.contest().evidence().getOrDefault(card.id(), Evidence.NONE);
    return new ScoreParts(
        card.priority(),
        contender.candidate().weight(),
        likelihood(card.prior(), evidence),
        card.value(),
        round.wantsLessOf(card.useCase()) ? LESS : 1,
        affinity(contender, round),
        evidence);
  }

  /** What the person did with it; without consent to personalisation nothing. */
  private static double affinity(Contender contender, Round round) {
    Affinity affinity = contender.slot().placement().ranking().affinity();
    Known known = round.contest().known();
    if (affinity == null || !known.consent().allows(Purpose.PERSONALISATION)) return 1;
    double uses = 0;
    for (String event : contender.card().affinity()) {
      Counter counter = known.counters().get(event);
      if (counter != null) uses += affinity.uses(counter, round.now());
    }
    Encounters met = round.encounters(contender);
    if (met != null && met.lastAccepted() != null)
      uses += affinity.use(met.lastAccepted(), round.now());
    return affinity.factor(uses);
  }

  /**
   * The mean of a Beta distribution whose pseudo-counts are the card's prior. What was accepted was
   * shown, also where the app did not say so.
   */
  static double likelihood(Prior prior, Evidence evidence) {
    long shown = Math.max(evidence.shown(), evidence.accepted());
    return (prior.accepted() + evidence.accepted()) / (prior.shown() + shown);
  }
}
