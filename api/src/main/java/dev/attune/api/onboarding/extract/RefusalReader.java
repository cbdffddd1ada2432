package dev.attune.api.onboarding.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads which fields a person does not want to speak of. */
final class RefusalReader {
  private static final int SHORT_ANSWER = 5;

  private RefusalReader() {}

  static Set<String> declined(Reading reading) {
    Set<String> declined = new LinkedHashSet<>();
    for (Clause clause : reading.clauses()) {
      boolean skips =
          clause.hasCue("skip")
              && (reading.words() <= SHORT_ANSWER || !named(reading, clause).isEmpty());
      if (!clause.hasCue("refusal") && !skips) continue;
      Set<String> named = named(reading, clause);
      declined.addAll(named.isEmpty() ? reading.asked() : named);
    }
    return declined;
  }

  /** The fields its sentence speaks about. */
  private static Set<String> named(Reading reading, Clause refusal) {
    Set<String> fields = Fields.named(List.of(refusal));
    if (!fields.isEmpty()) return fields;
    Set<String> around = Fields.named(sentence(reading, refusal.sentence()));
    return around.isEmpty() ? Fields.named(askedJustBefore(reading, refusal)) : around;
  }

  /** "Industry? Under NDA." */
  private static List<Clause> askedJustBefore(Reading reading, Clause refusal) {
    List<Clause> before = sentence(reading, refusal.sentence() - 1);
    return before.size() == 1 && before.get(0).asked() ? before : List.of();
  }

  private static List<Clause> sentence(Reading reading, int number) {
    return reading.clauses().stream().filter(clause -> clause.sentence() == number).toList();
  }
}
