package dev.attune.api.onboarding.extract;

/** Numbers that take the place of others in the same breath: what a size became. */
final class Resized {
  private static final int SHORT = 3;

  private Resized() {}

  /** Whether a number is what another in its sentence became. */
  static boolean is(Reading reading, Clause clause, Numbers.Quantity number) {
    return isWhatBecame(reading, clause, number) || isInsteadOfDenied(reading, clause, number);
  }

  /** "Our team of nine shrank to six". */
  private static boolean isWhatBecame(Reading reading, Clause clause, Numbers.Quantity number) {
    boolean follows =
        clause.cues().stream()
            .anyMatch(it -> it.value().equals("size-from") && it.to() == number.from());
    boolean ours = clause.hasCue("group") || clause.hasCue("we");
    boolean ends = number.to() == clause.size() || clause.cueAt("people", number.to());
    return follows
        && ours
        && ends
        && reading.lists().numbers().in(clause.words()).stream()
            .anyMatch(it -> it.to() < number.from());
  }

  /** "We are not five, only three". */
  private static boolean isInsteadOfDenied(
      Reading reading, Clause clause, Numbers.Quantity number) {
    int index = reading.clauses().indexOf(clause);
    if (index == 0 || !clause.startsWithCue("only") || clause.size() > SHORT) return false;
    if (number.from() != 1 || number.to() < clause.size()) return false;
    Clause before = reading.clauses().get(index - 1);
    return before.has(Scope.NEGATED)
        && reading.lists().numbers().in(before.words()).stream()
            .anyMatch(
                it ->
                    before.cueAt("people", it.to())
                        || before.cueAt("of-us", it.to())
                        || before.hasCue("we"));
  }
}
