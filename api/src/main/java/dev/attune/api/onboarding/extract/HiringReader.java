package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Whoever looks for a nurse or a salesman wants to hire: "wir suchen zwei Verkäufer". For languages
 * without trained heads.
 */
final class HiringReader implements SlotReader {
  private static final double WANTED = 0.9;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; !reading.english() && i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match job : reading.lists().roles().longest(clause.words())) {
        boolean sought = clause.endOfCueBefore("hires", job.from()).isPresent();
        boolean named = job.is("titles") || job.is("others");
        if (sought && named && !Mine.isBarred(clause, job) && !clause.has(Scope.UNWANTED, job)) {
          evidence.add(Evidence.said("goals", "hire_people", WANTED, i, job));
        }
      }
      for (Match people : clause.cues()) { // "wir suchen zwei Leute"
        boolean sought = clause.endOfCueBefore("hires", people.from()).isPresent();
        if (!people.value().equals("people") || !sought || clause.hasCue("negated")) continue;
        if (Mine.isBarred(clause, people) || clause.has(Scope.UNWANTED, people)) continue;
        evidence.add(Evidence.said("goals", "hire_people", WANTED, i, people));
      }
    }
    return evidence;
  }
}
