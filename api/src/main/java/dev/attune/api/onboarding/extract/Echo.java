package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of somebody else and then taken for oneself: "my parents are teachers, so am I",
 * "the boss calls me an analyst, and that's what I am", "like my dad, a lawyer".
 */
final class Echo {
  private static final int SHORT = 6;

  private Echo() {}

  /** The clauses, those that the speaker takes for their own no longer of somebody else. */
  static List<Clause> lifted(List<Clause> clauses) {
    List<Clause> lifted = new ArrayList<>(clauses);
    for (int i = 0; i < clauses.size(); i++) {
      if (isConfirmed(clauses, i) || isCompared(clauses, i)) {
        lifted.set(i, clauses.get(i).without(Scope.SOMEBODY_ELSE).without(Scope.HYPOTHETICAL));
      }
    }
    return lifted;
  }

  /** "All my friends are developers, same here": whether a name is the speaker's as well. */
  static boolean joins(Reading reading, Clause clause, Match match) {
    if (!clause.hasCue("somebody") || clause.has(Scope.NEGATED)) return false;
    boolean within =
        clause.cues().stream()
            .anyMatch(it -> it.value().equals("so-am-i") && it.from() >= match.to());
    int next = reading.clauses().indexOf(clause) + 1;
    if (next >= reading.clauses().size()) return within;
    Clause after = reading.clauses().get(next);
    boolean echoed =
        after.size() <= SHORT && (after.startsWithCue("so-am-i") || after.cueAt("so-am-i", 1));
    return within || (echoed && !after.has(Scope.NEGATED) && !after.asked());
  }

  /** "The wife says I'm a salesman | and she's right". */
  private static boolean isConfirmed(List<Clause> clauses, int i) {
    Clause said = clauses.get(i);
    if (i + 1 >= clauses.size() || !(said.hasCue("speaker") || said.hasCue("so-called"))) {
      return false;
    }
    Clause next = clauses.get(i + 1);
    boolean all = next.size() <= SHORT && next.hasCue("confirms") && !next.has(Scope.NEGATED);
    return all && !next.asked();
  }

  /** "Same as my mum: | accountant". */
  private static boolean isCompared(List<Clause> clauses, int i) {
    if (i == 0 || clauses.get(i).startsWithCue("relative-clause")) return false;
    Clause before = clauses.get(i - 1);
    return before.sentence() == clauses.get(i).sentence()
        && before.startsWithCue("just-as")
        && before.size() <= SHORT
        && !clauses.get(i).hasCue("somebody");
  }
}
