package dev.attune.api.onboarding.extract;

/** Which clauses ask something, with a question mark or without. */
final class Questions {
  private Questions() {}

  /**
   * Whether a clause asks.
   *
   * @param first whether it begins its sentence
   * @param last whether it ends it
   */
  static boolean is(Clause clause, boolean first, boolean last) {
    if (clause.startsWithCue("not-question") && !clause.asked()) return false;
    if (first && clause.startsWithCue("question")) return clause.asked() || asksAbout(clause);
    if (clause.asked() && clause.startsWithCue("question") && asksAbout(clause)) return true;
    return clause.asked() && last && !clause.hasCue("self");
  }

  /** "How much is it", without a question mark; "when Maria retires" asks nothing. */
  private static boolean asksAbout(Clause clause) {
    boolean several =
        clause.cues().stream()
            .anyMatch(it -> it.from() == 0 && it.length() > 1 && it.value().equals("question"));
    return !clause.hasCue("me") && (several || clause.size() == 1 || clause.cueAt("auxiliary", 1));
  }
}
