package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads in what kind of organisation a person works. Its customers' business is not its own. */
final class IndustryReader implements SlotReader {
  private static final String FIELD = "industry";
  private static final double GUESS = 0.4;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match match : reading.lists().industries().longest(clause.words())) {
        if (Mine.isBarred(clause, match)) continue;
        if (clause.has(Scope.NEGATED, match) || clause.has(Scope.UNWANTED, match)) {
          evidence.add(Evidence.denied(FIELD, match.value(), i, match));
        } else {
          evidence.add(
              Evidence.said(FIELD, match.value(), certainty(reading, clause, match), i, match));
        }
      }
    }
    return evidence;
  }

  static double certainty(Reading reading, Clause clause, Match match) {
    if (clause.endOfCueBefore("customers", match.from()).isPresent()) return GUESS;
    if (match.is("duties")) {
      boolean mine = clause.endOfCueBefore("subject", match.from() + 1).isPresent();
      return mine && clause.endOfCueBefore("want", match.from()).isEmpty() ? 0.8 : GUESS;
    }
    if (reading.expects(FIELD)) return 0.9;
    if (match.to() < clause.size() && clause.cueAt("organisation", match.to())) return 0.85;
    return workplace(reading, clause, match);
  }

  /** "At a hospital", "we run a bakery", "nurse"; "for hospitals" are customers. */
  private static double workplace(Reading reading, Clause clause, Match match) {
    boolean several = Mine.isSeveral(clause, match);
    for (int word = match.from() - 1; word >= Math.max(0, match.from() - 5); word--) {
      if (clause.cueAt("own", word)) return 0.85;
      if (clause.cueAt("place", word)) return several ? GUESS : 0.85;
      if (clause.cueAt("want", word)) return GUESS;
    }
    boolean named =
        reading.lists().roles().longest(clause.words()).stream()
            .anyMatch(role -> !role.is("duties") && Mine.certainty(clause, role) > 0);
    boolean alone = match.length() == clause.size() && reading.words() <= 6;
    return !several && (named || alone) ? 0.75 : GUESS;
  }
}
