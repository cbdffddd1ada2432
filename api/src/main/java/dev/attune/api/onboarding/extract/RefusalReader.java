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
    return Fields.named(
        reading.clauses().stream()
            .filter(clause -> clause.sentence() == refusal.sentence())
            .toList());
  }
}
