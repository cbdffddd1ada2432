package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whoever owns or runs a bakery, a clinic or an agency leads it. */
final class OwnerReader implements SlotReader {
  private static final double OWNER = 0.95;
  private static final double LED = 0.82;
  private static final int NEAR = 5;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match cue : clause.cues()) {
        boolean all = cue.value().equals("owns-it-all") && clause.hasCue("subject");
        if (all && !Mine.isBarred(clause, cue) && !clause.has(Scope.NEGATED, cue)) {
          evidence.add(Evidence.said("role", "executive", OWNER, i, cue));
        }
      }
      for (Match business : reading.lists().industries().longest(clause.words())) {
        if (business.is("fields") && isLed(clause, business)) {
          int from = Math.max(ownedFrom(clause, business), heldFrom(clause, business));
          Match words = new Match(business.term(), from, business.to());
          double sure = isTrade(clause, business) ? OWNER : LED;
          evidence.add(Evidence.said("role", "executive", sure, i, words));
        }
      }
    }
    return evidence;
  }

  private static boolean isLed(Clause clause, Match business) {
    int near = Math.max(0, business.from() - NEAR);
    boolean owns = ownedFrom(clause, business) >= near && clause.hasCue("subject");
    return (owns || heldFrom(clause, business) >= near)
        && !clause.hasCue("visiting")
        && !Mine.isBarred(clause, business)
        && !clause.has(Scope.NEGATED, business)
        && !clause.hasCue("want")
        && !(business.to() < clause.size() && clause.cueAt("thing", business.to()));
  }

  /** "I've a wee plumbing business", "my shop": trades that belong to whoever has them. */
  private static int heldFrom(Clause clause, Match business) {
    int end = clause.cueAt("trade", business.to() - 1) ? business.to() : business.to() + 1;
    boolean closed =
        end >= clause.size() || clause.cueAt("after-place", end) || clause.cueAt("place", end);
    if (!isTrade(clause, business) || !closed) return -1;
    return clause.cues().stream()
        .filter(cue -> cue.value().equals("holds") && cue.to() <= business.from())
        .filter(cue -> !isElsewhere(clause, cue, business))
        .mapToInt(Match::from)
        .max()
        .orElse(-1);
  }

  /** "A job at a bakery", "run the marketing of a clinic": no bakery and no clinic is held. */
  private static boolean isElsewhere(Clause clause, Match cue, Match business) {
    return IntStream.range(cue.to(), business.from()).anyMatch(word -> clause.cueAt("place", word));
  }

  /** "A wool shop", not "hotels". */
  private static boolean isTrade(Clause clause, Match business) {
    return clause.cueAt("trade", business.to() - 1)
        || (business.to() < clause.size() && clause.cueAt("trade", business.to()));
  }

  private static int ownedFrom(Clause clause, Match business) {
    return clause.cues().stream()
        .filter(cue -> cue.value().equals("owns") && cue.to() <= business.from())
        .filter(cue -> !isElsewhere(clause, cue, business))
        .mapToInt(Match::from)
        .max()
        .orElse(-1);
  }
}
