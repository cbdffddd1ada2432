package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** "Not solo any longer", "we aren't 30 any more": the size that was noted does not hold. */
final class TeamDenial implements SlotReader {
  private static final String FIELD = "teamSize";

  @Override
  public List<Evidence> read(Reading reading) {
    if (!(reading.state().noted().get(FIELD) instanceof Number noted)) return List.of();
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.has(Scope.COMMAND) || clause.has(Scope.QUESTION)) continue;
      for (Match size : sizes(reading, clause, noted.doubleValue())) {
        if (clause.has(Scope.NEGATED, size)) evidence.add(Evidence.denied(FIELD, noted, i, size));
      }
    }
    return evidence;
  }

  /** Where a clause names the size that was noted. */
  private static List<Match> sizes(Reading reading, Clause clause, double noted) {
    List<Match> sizes = new ArrayList<>();
    if (noted == 1) {
      clause.cues().stream().filter(it -> it.value().equals("solo")).forEach(sizes::add);
    }
    for (Numbers.Quantity number : reading.lists().numbers().in(clause.words())) {
      if (number.low() == noted) sizes.add(number.words());
    }
    return sizes;
  }
}
