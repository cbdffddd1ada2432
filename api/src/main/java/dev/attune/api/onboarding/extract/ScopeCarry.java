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

  private static final Set<String> WHEN = Set.of("when", "since", "once", "ever");
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
                contradicted(Outlived.marked(dropped(disowned(answered(referred(marked)))))))));
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
        boolean only = clause.startsWithCue("only") && isDenied(before); // "not five, only three"
        boolean became = scope == Scope.WISHED && clause.hasCue("moved-on");
        boolean theirs = scope == Scope.PAST && isTimeOfOthers(before);
        boolean over = became || theirs || (scope == Scope.PAST && (turned || only));
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

  /** "When Priya quit | the knowledge left with her". */
  private static boolean isTimeOfOthers(Clause clause) {
    return WHEN.contains(clause.word(0).normal()) && !clause.hasCue("me");
  }

  private static boolean isDenied(Clause clause) {
    return clause.has(Scope.NEGATED) || clause.has(Scope.UNWANTED);
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
      boolean asks = clauses.get(i).asked() && answer.sentence() > clauses.get(i).sentence();
      boolean listed = answer.word(0).before().contains(":") && isGoneOn(clauses, i + 1);
      boolean confirms = asks && answer.size() <= FEW && isAllAnswer(answer);
      if (confirms) { // "Who fixes the printers? That would be me."
        marked.set(i, clauses.get(i).without(Scope.QUESTION).without(Scope.SOMEBODY_ELSE));
      }
      if ((asks || listed) && refuses) {
        marked.set(i, clauses.get(i).with(Scope.NEGATED, 0).with(Scope.UNWANTED, 0));
      }
    }
    return marked;
  }

  /** Whether a clause says that it is the speaker, and nothing else. */
  static boolean isAllAnswer(Clause clause) {
    return !clause.asked()
        && clause.cues().stream()
            .anyMatch(it -> it.value().equals("answers-me") && it.length() == clause.size());
  }

  /** "Invoices are done by somebody, leave those alone." */
  private static List<Clause> dropped(List<Clause> clauses) {
    List<Clause> marked = new ArrayList<>(clauses);
    for (int i = 1; i < clauses.size(); i++) {
      boolean others = isOfOthers(clauses.get(i)) && !clauses.get(i - 1).hasCue("subject");
      boolean drops =
          clauses.get(i).startsWithCue("not-that") || others || isRefusedToo(clauses, i);
      if (drops && isGoneOn(clauses, i)) {
        marked.set(i - 1, clauses.get(i - 1).with(Scope.UNWANTED, 0));
      }
    }
    return marked;
  }

  /** "Never hired anyone | and do not plan to": nothing follows, so it speaks of what was said. */
  private static boolean isRefusedToo(List<Clause> clauses, int i) {
    Clause clause = clauses.get(i);
    int first = clause.startsWithCue("joiner") || clause.startsWithCue("turn") ? 1 : 0;
    return clause.cues().stream()
        .filter(it -> it.value().equals("elliptic-refusal") && it.to() == clause.size())
        .anyMatch(it -> it.from() - first <= 2 && it.from() >= first);
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
