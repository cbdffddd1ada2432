package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Carries scopes from clause to clause: what goes on with the clause before, what an answer or a
 * turn says of it, and what a command does to all that follows.
 */
final class ScopeCarry {
  private static final Set<Scope> SPREADING =
      Set.of(Scope.PAST, Scope.SOMEBODY_ELSE, Scope.WISHED, Scope.HYPOTHETICAL);

  private static final Set<String> GOING_ON = Set.of("not-past", "now", "want", "trouble");
  private static final int FEW = 6;

  private ScopeCarry() {}

  /**
   * @param clauses each marked by its own words
   */
  static List<Clause> carried(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>();
    for (Clause clause : clauses) {
      marked.add(marked.isEmpty() ? clause : inherited(marked.get(marked.size() - 1), clause));
    }
    return HandedOn.marked(
        commanded(
            Echo.lifted(
                contradicted(outgrown(left(dropped(disowned(answered(referred(marked))))))))));
  }

  /** Whether a clause stands in the sentence of the one before. */
  static boolean isGoneOn(List<Clause> clauses, int i) {
    return clauses.get(i).sentence() == clauses.get(i - 1).sentence();
  }

  /** A clause without a subject of its own goes on with the one before. */
  private static Clause inherited(Clause before, Clause clause) {
    if (before.sentence() != clause.sentence()) return clause;
    Clause marked = clause;
    boolean subordinate = clause.startsWithCue("relative-clause");
    boolean contrast = clause.startsWithCue("contrast") && clause.cueAt("article", 1);
    boolean own = clause.hasCue("me") || clause.hasCue("now") || clause.startsWithCue("turn");
    if (subordinate || !own || endsWithHypothesis(before)) {
      for (Scope scope : SPREADING) {
        boolean turned = contrast || clause.hasCue("moved-on"); // "but a senior", "then became"
        boolean over = scope == Scope.PAST && turned;
        if (before.has(scope) && !over) marked = marked.with(scope, 0);
      }
    }
    if (before.has(Scope.QUESTION) && clause.asked() && clause.startsWithCue("joiner")) {
      marked = marked.with(Scope.QUESTION, 0); // "does it do this, or am I in the wrong shop?"
    }
    if (before.has(Scope.WISHED) && before.hasCue("someday")) {
      marked = marked.with(Scope.WISHED, 0); // "one day, when I am rich, I'll have a bakery"
    }
    boolean turns = clause.startsWithCue("turn") && !clause.startsWithCue("apposition");
    boolean apposition = !clause.hasCue("me") && !turns;
    if (apposition && before.has(Scope.SOMEBODY_ELSE)) {
      marked = marked.with(Scope.SOMEBODY_ELSE, 0); // "a former student, now a developer"
    }
    if (!clause.hasCue("me") && clause.startsWithCue("neither")) {
      if (before.has(Scope.NEGATED)) marked = marked.with(Scope.NEGATED, 0);
      if (before.has(Scope.UNWANTED)) marked = marked.with(Scope.UNWANTED, 0);
    }
    return marked;
  }

  /** "For the next answers assume | I'm the director". */
  private static boolean endsWithHypothesis(Clause clause) {
    return clause.cueAt("hypothetical", clause.size() - 1);
  }

  /** "Some bank | with forty branches | recommended you": that is not where the person works. */
  private static List<Clause> referred(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 0; i < clauses.size(); i++) {
      if (!clauses.get(i).hasCue("refers") || clauses.get(i).hasCue("subject")) continue;
      marked.set(i, clauses.get(i).with(Scope.SOMEBODY_ELSE, 0));
      boolean goesOn = clauses.get(i).startsWithCue("refers");
      for (int before = i - 1; goesOn && before >= 0; before--) {
        Clause earlier = clauses.get(before);
        goesOn = earlier.sentence() == clauses.get(i).sentence() && !earlier.hasCue("subject");
        if (goesOn) marked.set(before, earlier.with(Scope.SOMEBODY_ELSE, 0));
      }
    }
    return marked;
  }

  /** "Time tracking? No." */
  private static List<Clause> answered(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 0; i + 1 < clauses.size(); i++) {
      Clause answer = clauses.get(i + 1);
      boolean refuses = answer.size() <= 2 && answer.startsWithCue("answers-no");
      if (clauses.get(i).asked() && answer.sentence() > clauses.get(i).sentence() && refuses) {
        marked.set(i, clauses.get(i).with(Scope.NEGATED, 0).with(Scope.UNWANTED, 0));
      }
    }
    return marked;
  }

  /** "Invoices are done by somebody, leave those alone." */
  private static List<Clause> dropped(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 1; i < clauses.size(); i++) {
      boolean others = isOfOthers(clauses.get(i)) && !clauses.get(i - 1).hasCue("subject");
      boolean drops = clauses.get(i).startsWithCue("not-that") || others;
      if (drops && isGoneOn(clauses, i)) {
        marked.set(i - 1, clauses.get(i - 1).with(Scope.UNWANTED, 0));
      }
    }
    return marked;
  }

  /** "Half the village farms, not me". */
  private static List<Clause> disowned(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 1; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      boolean all = clause.startsWithCue("not-me") && clause.size() <= FEW / 2;
      boolean others = !clauses.get(i - 1).hasCue("subject") && isGoneOn(clauses, i);
      if (all && others) marked.set(i - 1, clauses.get(i - 1).with(Scope.SOMEBODY_ELSE, 0));
    }
    return marked;
  }

  /** "Dave does those", "so no need": all it says is that the clause before is none of mine. */
  private static boolean isOfOthers(Clause clause) {
    int first = clause.startsWithCue("turn") || clause.startsWithCue("joiner") ? 1 : 0;
    int last = clause.size() - 1;
    if (last < first + 1 || last - first > FEW || clause.hasCue("speaker")) return false;
    boolean needless =
        clause.cueAt("needless", first)
            && IntStream.rangeClosed(first, last)
                .allMatch(word -> clause.cueAt("needless", word) || clause.cueAt("aside", word));
    boolean does =
        clause.cueAt("that-one", last)
            && !clause.startsWithCue("relative-clause")
            && IntStream.range(first + 1, Math.min(last, first + 3))
                .anyMatch(
                    word -> clause.cueAt("takes-care", word) && !clause.cueAt("nobody", word - 1));
    return needless || (does && !clause.has(Scope.QUESTION));
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
      if (leaves && ofSpeaker && isGoneOn(clauses, i)) {
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
      if (now && isGoneOn(clauses, i + 1) && tellsWhatWas(clause)) {
        marked.set(i, clause.with(Scope.PAST, 0));
      }
    }
    return marked;
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

  /** "My title says analyst | but I answer the phone": in name only. */
  private static List<Clause> contradicted(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 0; i + 1 < clauses.size(); i++) {
      boolean turns = clauses.get(i + 1).startsWithCue("contrast") && isGoneOn(clauses, i + 1);
      if (turns && clauses.get(i).hasCue("so-called")) {
        marked.set(i, clauses.get(i).with(Scope.HYPOTHETICAL, 0));
      }
    }
    return marked;
  }

  /** A sentence that commands the machine says nothing, nor does whatever follows it. */
  private static List<Clause> commanded(List<Clause> clauses) {
    int firstCommand =
        clauses.stream()
            .filter(clause -> clause.has(Scope.COMMAND))
            .mapToInt(Clause::sentence)
            .min()
            .orElse(Integer.MAX_VALUE);
    return clauses.stream()
        .map(it -> it.sentence() < firstCommand ? it : it.with(Scope.COMMAND, 0))
        .toList();
  }
}
