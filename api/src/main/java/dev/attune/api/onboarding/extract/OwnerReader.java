package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** Whoever owns or runs a bakery, a clinic or an agency leads it. */
final class OwnerReader implements SlotReader {
  private static final int NEAR = 5;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match business : reading.lists().industries().longest(clause.words())) {
        if (business.is("fields") && isLed(clause, business)) {
          Match words = new Match(business.term(), ownedFrom(clause, business), business.to());
          evidence.add(Evidence.said("role", "executive", 0.82, i, words));
        }
      }
    }
    return evidence;
  }

  private static boolean isLed(Clause clause, Match business) {
    return ownedFrom(clause, business) >= Math.max(0, business.from() - NEAR)
        && clause.hasCue("subject")
        && !clause.hasCue("visiting")
        && !Mine.isBarred(clause, business)
        && !clause.has(Scope.NEGATED, business)
        && !clause.hasCue("want")
        && !(business.to() < clause.size() && clause.cueAt("thing", business.to()));
  }

  private static int ownedFrom(Clause clause, Match business) {
    return clause.cues().stream()
        .filter(cue -> cue.value().equals("owns") && cue.to() <= business.from())
        .mapToInt(Match::from)
        .max()
        .orElse(-1);
  }
}
