package dev.attune.api.onboarding.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which fields a person does not want to speak of. */
final class RefusalReader {
  private static final int SHORT_ANSWER = 5;
  private static final int NOTHING_ELSE = 2;
  private static final double LIKELY = 0.5;

  private RefusalReader() {}

  /**
   * @param likelihoods empty where the encoder does not read along
   */
  static Set<String> declined(Reading reading, Optional<Likelihoods> likelihoods) {
    Set<String> declined = new LinkedHashSet<>();
    for (Clause clause : reading.clauses()) {
      if (!refuses(reading, clause) && !likelyRefuses(reading, clause, likelihoods)) continue;
      Set<String> own = Fields.named(List.of(clause));
      boolean asked = own.isEmpty() && !reading.asked().isEmpty();
      declined.addAll(asked ? reading.asked() : named(reading, clause));
    }
    return declined;
  }

  private static boolean refuses(Reading reading, Clause clause) {
    boolean skips =
        clause.hasCue("skip")
            && (reading.words() <= SHORT_ANSWER || !named(reading, clause).isEmpty());
    boolean only =
        clause.cues().stream()
            .filter(it -> it.value().equals("skip-alone"))
            .anyMatch(it -> reading.words() - it.length() < NOTHING_ELSE);
    boolean again =
        clause.hasCue("ditto")
            && reading.words() <= SHORT_ANSWER
            && !reading.state().declined().isEmpty();
    return !isCommanded(reading, clause) && (clause.hasCue("refusal") || skips || only || again);
  }

  /** "Save that and don't ask anything" refuses nothing. */
  private static boolean isCommanded(Reading reading, Clause clause) {
    return reading.asked().isEmpty()
        && sentence(reading, clause.sentence()).stream().anyMatch(it -> it.has(Scope.COMMAND));
  }

  private static boolean likelyRefuses(
      Reading reading, Clause clause, Optional<Likelihoods> likelihoods) {
    boolean named = Fields.ALL.stream().anyMatch(it -> Fields.isNamed(clause, it));
    boolean unasked = reading.asked().isEmpty();
    if (isCommanded(reading, clause) || (unasked && !named)) return false;
    if (RetractionReader.takesBack(clause)) return false;
    List<Clause> around = sentence(reading, clause.sentence());
    boolean elsewhere = around.stream().anyMatch(it -> refuses(reading, it));
    List<Token> sentence =
        (elsewhere ? List.of(clause) : around).stream().flatMap(it -> it.words().stream()).toList();
    return likelihoods
        .map(it -> Math.max(it.ofRefusal(clause.words()), it.ofRefusal(sentence)))
        .filter(likely -> likely >= LIKELY)
        .isPresent();
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
