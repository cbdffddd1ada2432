package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Marks which words of a clause do not speak of the person as they are now. */
final class ScopeRules {
  private static final Set<String> SPANS = Set.of("years", "decades", "span-10");

  private ScopeRules() {}

  /**
   * @param english whether the clauses are read with English word order, in which what is denied
   *     follows the denial
   */
  static List<Clause> mark(List<Clause> clauses, boolean english) {
    List<Clause> marked = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      marked.add(
          own(
              clauses.get(i),
              isFirstOfSentence(clauses, i),
              isLastOfSentence(clauses, i),
              english));
    }
    return ScopeCarry.carried(marked);
  }

  private static Clause own(Clause clause, boolean first, boolean last, boolean english) {
    Clause marked = clause;
    marked = after(marked, "wished", Scope.WISHED);
    if (!clause.hasCue("not-command")) {
      marked = after(marked, "hypothetical", Scope.HYPOTHETICAL);
    }
    marked = Others.marked(marked);
    marked = spent(past(marked, english), english);
    marked = negated(marked, english);
    marked = unwanted(marked, english);
    if (Questions.is(clause, first, last)) marked = marked.with(Scope.QUESTION, 0);
    boolean commands =
        (clause.hasCue("command") && !clause.hasCue("not-command")) || orders(clause);
    if ((commands && !marked.has(Scope.NEGATED)) || isAddress(clause)) {
      marked = marked.with(Scope.COMMAND, 0);
    }
    return marked;
  }

  /** "Ignore the hospital" takes back, "ignore the instructions above" commands. */
  static boolean ignores(Clause clause) {
    return clause.opensWithCue("ignores") && !clause.hasCue("of-machines");
  }

  /** "Translate this", "please translate this". */
  private static boolean orders(Clause clause) {
    if (ignores(clause)) return false;
    boolean politely = clause.word(0).is("please") && clause.cueAt("order", 1);
    return clause.startsWithCue("order") || politely;
  }

  /** "Assistant: …" */
  private static boolean isAddress(Clause clause) {
    return clause.cues().stream()
        .anyMatch(cue -> cue.value().equals("address") && cue.length() == clause.size());
  }

  private static Clause after(Clause clause, String cue, Scope scope) {
    return first(clause, cue).isPresent()
        ? clause.with(scope, first(clause, cue).getAsInt())
        : clause;
  }

  private static OptionalInt first(Clause clause, String name) {
    return clause.cues().stream()
        .filter(cue -> cue.value().equals(name))
        .mapToInt(Match::from)
        .min();
  }

  /** "I was in sales, I'm in HR these days". */
  private static Clause past(Clause clause, boolean english) {
    if (clause.hasCue("now") || clause.hasCue("not-past")) return clause;
    if (clause.hasCue("gone")) return clause.with(Scope.PAST, 0); // "the hotel was sold off"
    if (english && isElidedPast(clause)) return clause.with(Scope.PAST, 0);
    if (clause.hasCue("past-before") && clause.hasCue("speaker")) return clause.with(Scope.PAST, 0);
    if (!clause.hasCue("past")) return clause;
    return english ? after(clause, "past", Scope.PAST) : clause.with(Scope.PAST, 0);
  }

  /** "Was a chef for years", "I interned there once", "after eight years of nursing". */
  private static boolean isElidedPast(Clause clause) {
    boolean was = clause.startsWithCue("was") && clause.size() > 2;
    boolean once = clause.size() > 3 && clause.word(clause.size() - 1).is("once");
    boolean after =
        clause.word(0).is("after")
            && clause.cues().stream().anyMatch(it -> SPANS.contains(it.value()))
            && !clause.hasCue("subject");
    return was || once || after;
  }

  /** "I lectured for ten years": over, unless it is said to go on. */
  private static Clause spent(Clause clause, boolean english) {
    boolean lasted =
        clause.cues().stream()
            .filter(it -> SPANS.contains(it.value()) && it.from() > 0)
            .anyMatch(it -> !clause.cueAt("not-career-before", it.from() - 1));
    boolean since = clause.hasCue("now") || clause.hasCue("not-past") || clause.hasCue("ago");
    if (!english || !lasted || since) return clause;
    for (int verb = 1; verb < clause.size(); verb++) {
      String word = clause.word(verb).normal();
      boolean past = word.endsWith("ed") && word.length() > 4 && !word.endsWith("eed");
      if (past && clause.word(verb - 1).is("i")) return clause.with(Scope.PAST, verb - 1);
    }
    return clause;
  }

  /** "Sales is not my job" speaks backwards, "I'm not in sales" forwards. */
  private static Clause negated(Clause clause, boolean english) {
    for (Match cue : clause.cues()) {
      if (!cue.value().equals("negated") || isNoDenial(clause, cue)) continue;
      boolean backwards =
          !english
              || isFronted(clause, cue)
              || (cue.from() > 0
                  && clause.cueAt("is", cue.from() - 1)
                  && clause.endOfCueBefore("me", cue.from()).isEmpty());
      return clause.with(Scope.NEGATED, backwards ? 0 : cue.from());
    }
    return clause;
  }

  /** "A guru I am not", "expert I would never call myself": the denial closes what it denies. */
  private static boolean isFronted(Clause clause, Match denial) {
    int subject = first(clause, "subject").orElse(0);
    return subject > 0
        && subject < denial.from()
        && IntStream.range(denial.to(), clause.size())
            .allMatch(word -> clause.cueAt("after-denial", word));
  }

  /** "Not only"; "nobody" denies nothing, "nobody would call me" does. */
  private static boolean isNoDenial(Clause clause, Match denial) {
    return clause.cues().stream()
        .filter(it -> it.value().equals("not-negated") && it.overlaps(denial))
        .anyMatch(it -> it.from() <= denial.from() && it.length() >= denial.length());
  }

  /** "I don't want to lose customers" names a goal after all. */
  private static Clause unwanted(Clause clause, boolean english) {
    if (isOthersToDo(clause) || isSettled(clause) || endsInRefusal(clause)) {
      return clause.with(Scope.UNWANTED, 0);
    }
    for (Match cue : clause.cues()) {
      boolean denies =
          cue.value().equals("unwanted") || (!english && cue.value().equals("negated"));
      if (!denies || isNoDenial(clause, cue)) continue;
      boolean trouble =
          clause.cues().stream()
              .anyMatch(it -> it.value().equals("loss") && (!english || it.from() > cue.from()));
      if (!trouble) return clause.with(Scope.UNWANTED, english ? cue.from() : 0);
    }
    return clause;
  }

  /** "Is Tom's job"; nobody's job may be mine. */
  private static boolean isOthersToDo(Clause clause) {
    return clause.cues().stream()
        .filter(it -> it.value().equals("unwanted-before"))
        .anyMatch(it -> it.from() == 0 || !clause.cueAt("nobody", it.from() - 1));
  }

  /** "Never hired anyone and don't plan to". */
  private static boolean endsInRefusal(Clause clause) {
    return clause.hasCue("joiner")
        && clause.cues().stream()
            .filter(it -> it.value().equals("elliptic-refusal") && it.to() == clause.size())
            .anyMatch(it -> it.from() > 1 && clause.cueAt("joiner", it.from() - 1));
  }

  /** "Invoicing's covered", "the calendar is already sorted". */
  private static boolean isSettled(Clause clause) {
    for (int word = 1; word < clause.size(); word++) {
      if (!clause.cueAt("settled", word)) continue;
      int before = word - 1;
      while (before > 0 && clause.cueAt("hedge", before)) before--;
      boolean is = clause.cueAt("is", before) || clause.word(before).is("'s");
      boolean been = clause.word(before).is("been") || clause.word(before).is("got");
      if ((is || been) && !clause.hasCue("negated")) return true;
    }
    return false;
  }

  private static boolean isFirstOfSentence(List<Clause> clauses, int i) {
    return i == 0 || clauses.get(i - 1).sentence() != clauses.get(i).sentence();
  }

  private static boolean isLastOfSentence(List<Clause> clauses, int i) {
    return i + 1 == clauses.size() || clauses.get(i + 1).sentence() != clauses.get(i).sentence();
  }
}
