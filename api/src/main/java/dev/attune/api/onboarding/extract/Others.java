package dev.attune.api.onboarding.extract;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Marks what is said of somebody else than the speaker. */
final class Others {
  private static final int SUBJECT_WORDS = 4;
  private static final int NAME_VERB_AND_WORK = 4;

  /** As written, before their spelling is mended. */
  private static final Set<String> DIALECT_KIN = Set.of("da", "ma", "mam", "pa", "nan", "gran");

  private Others() {}

  /** "The guy from IT", but not "I am the guy from IT" nor "I look after their IT". */
  static Clause marked(Clause clause) {
    if (clause.hasCue("moved-on") && clause.hasCue("object"))
      return clause; // "they moved me to HR"
    if (isOfOthers(clause)) return clause.with(Scope.SOMEBODY_ELSE, 0);
    for (int word = 0; word + 1 < clause.size(); word++) {
      if (isDialectKin(clause, word)) return clause.with(Scope.SOMEBODY_ELSE, word);
    }
    return clause.cues().stream()
        .filter(cue -> cue.value().equals("somebody") && !isSpeaker(clause, cue))
        .mapToInt(Match::from)
        .min()
        .stream()
        .mapToObj(from -> clause.with(Scope.SOMEBODY_ELSE, from))
        .findFirst()
        .orElse(clause);
  }

  /** "Husband works in a bank", "our backend guys do the coding". */
  private static boolean isOfOthers(Clause clause) {
    boolean kin = clause.startsWithCue("kin") && clause.size() > 1 && isVerb(clause, 1);
    boolean theirs = clause.startsWithCue("possessive") || clause.startsWithCue("definite");
    boolean helpers =
        theirs
            && IntStream.range(1, Math.min(SUBJECT_WORDS, clause.size() - 1))
                .anyMatch(word -> clause.cueAt("helpers", word) && isVerb(clause, word + 1));
    boolean elsewhere = clause.startsWithCue("definite") && clause.hasCue("elsewhere");
    return kin || helpers || elsewhere || isDoneBySomebody(clause);
  }

  /** "Priya does our payroll": whoever has a name and a verb of their own. */
  private static boolean isDoneBySomebody(Clause clause) {
    if (clause.size() < NAME_VERB_AND_WORK || clause.cueAt("nobody", 0)) return false;
    String name = clause.word(0).text();
    String verb = clause.word(1).normal();
    boolean named =
        Character.isUpperCase(name.charAt(0)) && name.length() > 2 && clause.cueAt("possessive", 2);
    return named && verb.endsWith("s") && clause.cueAt("takes-care", 1) && !clause.cueAt("me", 0);
  }

  /** "Me uncle", as some say for "my uncle". */
  private static boolean isDialectKin(Clause clause, int word) {
    String next = clause.word(word + 1).text().toLowerCase(Locale.ROOT);
    boolean kin = clause.cueAt("kin", word + 1) || DIALECT_KIN.contains(next);
    return kin && clause.word(word).is("me");
  }

  private static boolean isVerb(Clause clause, int word) {
    return clause.cueAt("auxiliary", word)
        || clause.cueAt("does", word)
        || clause.word(word).normal().endsWith("s");
  }

  private static boolean isSpeaker(Clause clause, Match somebody) {
    if (isJoined(clause, somebody)) return true;
    int before = somebody.from() - 1;
    if (before <= 0) return false;
    boolean am = clause.word(before).is("am") && clause.cueAt("speaker", before - 1);
    boolean theirs = clause.cueAt("possessive", somebody.from()) && somebody.length() == 1;
    boolean called = clause.word(before).is("me") && clause.cueAt("self", before - 1);
    boolean employer = clause.cueAt("organisation", somebody.to() - 1); // "at an agency"
    return am
        || (employer && clause.cueAt("place", before) && clause.cueAt("article", somebody.from()))
        || (theirs && called) // "they call me their fixer"
        || (theirs
            && clause.cueAt("work-in", before)
            && clause.endOfCueBefore("speaker", before).isPresent());
  }

  /** "My sister and I". */
  private static boolean isJoined(Clause clause, Match somebody) {
    int and = somebody.to();
    return and + 1 < clause.size()
        && clause.word(and).is("and")
        && clause.word(and + 1).is("i")
        && clause.cueAt("possessive", somebody.from());
  }
}
