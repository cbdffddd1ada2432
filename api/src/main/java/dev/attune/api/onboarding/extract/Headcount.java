package dev.attune.api.onboarding.extract;

/** How many people a number means when the speaker comes on top, or when they have become more. */
final class Headcount {
  private static final int NEAR = 3;

  private Headcount() {}

  /** "Me and two others" are three. */
  static double of(Reading reading, Clause clause, Numbers.Quantity number) {
    if (clause.cueAt("grew-from", number.from() - 1)) return number.high();
    return number.low() + (leavesOutMe(reading, clause, number) ? 1 : 0);
  }

  /** Whether the speaker is not among those counted. */
  static boolean leavesOutMe(Reading reading, Clause clause, Numbers.Quantity number) {
    if (TeamSizeReader.concludes(clause, number)) return false;
    return isPrecededBy(clause, number, "me-and")
        || isFollowedByMe(clause, number)
        || isUnderMe(clause, number)
        || isBesideMe(reading, clause, number);
  }

  /** "Two others and me", "4 solicitors plus me". */
  private static boolean isFollowedByMe(Clause clause, Numbers.Quantity number) {
    return clause.cueAt("others-and-me", number.to())
        || clause.cueAt("plus-me", number.to())
        || clause.cueAt("plus-me", number.to() + 1);
  }

  /** "Three clerks under me". */
  private static boolean isUnderMe(Clause clause, Numbers.Quantity number) {
    return clause.cueAt("under-me", number.to()) || clause.cueAt("under-me", number.to() + 1);
  }

  /** "I do tax together with four other accountants". */
  private static boolean isBesideMe(Reading reading, Clause clause, Numbers.Quantity number) {
    int other = number.to();
    if (!isPrecededBy(clause, number, "joined-by") || other >= clause.size()) return false;
    if (!clause.word(other).is("other") || !clause.hasCue("speaker")) return false;
    for (int word = other + 1; word < Math.min(clause.size(), other + 1 + NEAR); word++) {
      int at = word;
      boolean person =
          clause.cueAt("people", word)
              || clause.cueAt("person", word)
              || reading.lists().roles().longest(clause.words()).stream()
                  .anyMatch(it -> it.to() == at + 1 && (it.is("titles") || it.is("others")));
      if (person) return !clause.cueAt("not-my-people", word);
    }
    return false;
  }

  /** "We grew from 8 to 20 last year". */
  static boolean grows(Clause clause, Numbers.Quantity number) {
    int next = number.to();
    boolean ofUs = clause.hasCue("we") || clause.hasCue("group");
    boolean people =
        next >= clause.size()
            || clause.cueAt("people", next)
            || clause.cueAt("after-number", next)
            || clause.cueAt("hedge", next)
            || clause.word(next).is("last")
            || clause.word(next).is("since");
    return ofUs
        && people
        && number.high() > number.low()
        && number.from() > 0
        && clause.cueAt("grew-from", number.from() - 1);
  }

  /** "Team of about 12": up to two small words may stand in between. */
  static boolean isPrecededBy(Clause clause, Numbers.Quantity number, String cue) {
    for (int word = number.from() - 1; word >= Math.max(0, number.from() - 3); word--) {
      if (clause.cueAt(cue, word)) return true;
      if (!clause.cueAt("about", word)) return false;
    }
    return false;
  }
}
