package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a clause tells of is over because the next one says what came after, or that it ended. */
final class Outlived {
  private static final Set<String> GOING_ON = Set.of("not-past", "now", "want", "trouble");
  private static final int FEW = 6;
  private static final int SPAN_WORDS = 2;
  private static final int SMALL_WORD = 3;

  private Outlived() {}

  /** The clauses, those that are over marked. */
  static List<Clause> marked(List<Clause> clauses) {
    return lasting(outgrown(left(clauses)));
  }

  /** "I taught for years | and then left", "ten years behind a bar | then I stopped". */
  private static List<Clause> left(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 1; i < clauses.size(); i++) {
      boolean goesOn = clauses.get(i - 1).hasCue("speaker") && !clauses.get(i).hasCue("subject");
      boolean ends = clauses.get(i).startsWithCue("i-left") && clauses.get(i).size() <= FEW - 2;
      boolean leaves =
          clauses.get(i).startsWithCue("past-before")
              || ends
              || (clauses.get(i).startsWithCue("before") && tellsOfThePast(clauses.get(i - 1)));
      boolean ofSpeaker = goesOn || ends;
      if (leaves && ofSpeaker && ScopeCarry.isGoneOn(clauses, i)) {
        marked.set(i - 1, clauses.get(i - 1).with(Scope.PAST, 0));
      }
    }
    return marked;
  }

  /** "I spent ten years as a chef | before my back gave up". */
  private static boolean tellsOfThePast(Clause clause) {
    return clause.cues().stream()
        .filter(it -> it.value().equals("subject"))
        .mapToInt(Match::to)
        .filter(verb -> verb < clause.size())
        .anyMatch(verb -> clause.cueAt("went", verb) || clause.word(verb).normal().endsWith("ed"));
  }

  /** "Joined as a junior | now | I'm senior": what was before is over. */
  private static List<Clause> outgrown(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 0; i + 1 < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      Clause next = clauses.get(i + 1);
      boolean now = // "seasoned now"
          next.startsWithCue("since-then") || (next.hasCue("now") && !next.hasCue("subject"));
      boolean was = tellsWhatWas(clause) || (isSpent(clause) && !isOneField(clause, next));
      boolean turned = next.word(0).is("turned") && next.size() > 1; // "developer turned recruiter"
      if (ScopeCarry.isGoneOn(clauses, i + 1) && (turned || (now && was))) {
        marked.set(i, clause.with(Scope.PAST, 0));
      }
    }
    return marked;
  }

  /** "After ten years | I still teach". */
  private static List<Clause> lasting(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 0; i + 1 < clauses.size(); i++) {
      boolean after = clauses.get(i).word(0).is("after") && ScopeCarry.isGoneOn(clauses, i + 1);
      boolean still = clauses.get(i + 1).words().stream().anyMatch(it -> it.is("still"));
      Clause next = clauses.get(i + 1); // "I was a nurse at 20 | and I still am"
      boolean lasts = next.hasCue("still-am") && next.hasCue("subject") && !next.has(Scope.NEGATED);
      boolean brief = next.size() <= FEW && ScopeCarry.isGoneOn(clauses, i + 1);
      if ((after && still) || (lasts && brief)) {
        marked.set(i, clauses.get(i).without(Scope.PAST));
      }
    }
    return marked;
  }

  /** "Ten years a nurse", "4 yrs of sales": a time by itself. */
  private static boolean isSpent(Clause clause) {
    boolean spans =
        clause.cues().stream()
            .filter(it -> it.from() > 0 && it.from() <= SPAN_WORDS)
            .anyMatch(it -> it.value().equals("years") || it.value().equals("decades"));
    boolean more = !clause.word(clause.size() - 1).is("in") && clause.size() > 2;
    return spans && more && !clause.hasCue("subject") && !clause.hasCue("want");
  }

  /** "Eight years in recruiting, now head of recruiting". */
  private static boolean isOneField(Clause clause, Clause next) {
    return next.words().stream()
        .map(word -> Stem.of(word.normal()))
        .filter(stem -> stem.length() > SMALL_WORD)
        .anyMatch(
            stem -> clause.words().stream().anyMatch(it -> Stem.of(it.normal()).equals(stem)));
  }

  /** "Ran a pub", "I wrote Java", but not "founded a bakery", which lasts. */
  private static boolean tellsWhatWas(Clause clause) {
    if (clause.cues().stream().anyMatch(it -> GOING_ON.contains(it.value()))) return false;
    int verb = clause.startsWithCue("speaker") && clause.size() > 1 ? 1 : 0;
    String word = clause.word(verb).normal();
    boolean began = clause.cueAt("began", verb);
    boolean lasts = clause.cueAt("owns", verb) || clause.cueAt("moved-on", verb);
    boolean past = clause.cueAt("went", verb) || (word.endsWith("ed") && word.length() > 4);
    return began || (past && !lasts && clause.size() > 2);
  }
}
