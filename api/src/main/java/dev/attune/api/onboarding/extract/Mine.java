package dev.attune.api.onboarding.extract;

import java.util.List;

/** Tells whether a name in a clause names the speaker: "I'm a designer", not "for our designer". */
final class Mine {
  private static final List<String> VERBS = List.of("does", "is", "auxiliary", "me", "want");

  private Mine() {}

  /** How sure it is that the match names the speaker; 0: it does not. */
  static double certainty(Clause clause, Match match) {
    boolean another = names(clause, match, "thing") || names(clause, match, "plus-me");
    boolean trade = // "HR tech startup"
        match.length() > 1
            && clause.word(match.to() - 1).is("tech")
            && names(clause, match, "organisation");
    return another || trade || acts(clause, match) ? 0 : ofSpeaker(clause, match);
  }

  /** The same for words that may stand before the thing they speak of: "senior designer". */
  static double ofSpeaker(Clause clause, Match match) {
    boolean several = isSeveral(clause, match);
    for (int word = match.from() - 1; word >= 0; word--) {
      if (clause.cueAt("self", word)) return several && !clause.cueAt("we", word) ? 0 : 0.95;
      if (opensTitle(clause, word)) continue;
      if (clause.cueAt("not-mine", word))
        return numbersUs(clause, word) || isOwned(clause, word) ? 0.95 : 0;
      if (clause.cueAt("subject", word)) return 0.4;
    }
    boolean definite = match.from() > 0 && clause.cueAt("definite", match.from() - 1);
    if (several || definite || clause.cueAt("definite", 0))
      return 0; // "until the accountant calls"
    return opens(clause, match) ? 0.95 : 0.85;
  }

  /** "Lead developer", "a lead counsel": no verb. */
  private static boolean opensTitle(Clause clause, int word) {
    return clause.word(word).is("lead")
        && (word == 0 || clause.cueAt("self", word - 1) || clause.cueAt("article", word - 1));
  }

  /** "SDR at a vendor of payroll software", "sysadmin for the town hall", and no verb. */
  private static boolean opens(Clause clause, Match match) {
    return match.from() == 0
        && match.to() + 1 < clause.size()
        && clause.cueAt("where", match.to())
        && VERBS.stream().noneMatch(clause::hasCue);
  }

  /** "I am her assistant", "they call me their fixer". */
  private static boolean isOwned(Clause clause, int word) {
    if (word < 2 || !clause.cueAt("possessive", word)) return false;
    boolean am = clause.word(word - 1).is("am") && clause.cueAt("speaker", word - 2);
    boolean called = clause.word(word - 1).is("me") && clause.cueAt("self", word - 2);
    return am || called;
  }

  /** "We are two founders". */
  private static boolean numbersUs(Clause clause, int word) {
    return word > 0 && clause.cueAt("we-are-self", word - 1);
  }

  /** "A recruiter called me". */
  private static boolean acts(Clause clause, Match match) {
    return match.from() == 1
        && clause.cueAt("article", 0)
        && match.to() < clause.size()
        && clause.word(match.to()).normal().endsWith("ed")
        && clause.hasCue("me");
  }

  private static boolean names(Clause clause, Match match, String cue) {
    return match.to() < clause.size() && clause.cueAt(cue, match.to());
  }

  /** "Designers" are others. */
  static boolean isSeveral(Clause clause, Match match) {
    if (match.term().form() == Form.EXACT || match.term().written().isEmpty()) return false;
    String met = clause.word(match.to() - 1).normal();
    String listed = match.term().written().get(match.term().written().size() - 1);
    return !met.equals(listed) && met.endsWith("s");
  }

  /** Whether anything keeps a statement about the speaker from holding. */
  static boolean isBarred(Clause clause, Match match) {
    return clause.has(Scope.COMMAND)
        || clause.has(Scope.QUESTION)
        || clause.has(Scope.PAST, match)
        || clause.has(Scope.SOMEBODY_ELSE, match)
        || clause.has(Scope.WISHED, match)
        || clause.has(Scope.HYPOTHETICAL, match);
  }
}
