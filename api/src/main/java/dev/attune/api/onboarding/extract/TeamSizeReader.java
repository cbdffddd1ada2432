package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads how many people work together; a team is nearer than the company around it. */
final class TeamSizeReader implements SlotReader {
  private static final String FIELD = "teamSize";
  private static final String GROUP = "group-";
  private static final double TEAM = 0.95;
  private static final double SUM = 0.98;
  private static final double COMPANY = 0.8;
  private static final Set<String> PERSON = Set.of("person", "man", "woman", "people", "strong");
  private static final int SHORT = 3;
  private static final int ONLY_ME = 5;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>(PeopleSum.read(reading));
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.has(Scope.COMMAND) || clause.has(Scope.HYPOTHETICAL)) continue;
      List<Numbers.Quantity> numbers = reading.lists().numbers().in(clause.words());
      if (!clause.hasCue("not-solo") && !isOnlyDoer(clause)) {
        fixed(clause, i, "solo", 1, List.of(), evidence);
      }
      fixed(clause, i, "duo", 2, numbers, evidence);
      pair(clause, i, evidence);
      fixed(clause, i, "trio", 3, numbers, evidence);
      for (Match cue : clause.cues()) {
        if (cue.value().startsWith(GROUP)) {
          int size = Integer.parseInt(cue.value().substring(GROUP.length()));
          fixed(clause, i, cue.value(), size, numbers, evidence);
        }
      }
      for (Numbers.Quantity number : numbers) {
        double certainty = certainty(reading, clause, number);
        boolean article = !reading.english() && number.low() == 1 && !reading.expects(FIELD);
        if (isPartOfLonger(clause, number.words())) continue;
        if (certainty == 0 || number.low() < 1 || article || isBarred(clause, number)) continue;
        evidence.add(
            new Evidence(
                FIELD,
                Math.floor(Headcount.of(reading, clause, number)),
                false,
                certainty,
                i,
                start(clause, number),
                end(clause, number),
                "numbers"));
      }
    }
    return evidence;
  }

  /** "Nobody but me writes the code": others may do other things. */
  private static boolean isOnlyDoer(Clause clause) {
    return clause.startsWithCue("none-but-me") && clause.size() > ONLY_ME;
  }

  /** A "couple" is two, a "couple hundred" is not: a number around the words counts instead. */
  private static void fixed(
      Clause clause,
      int index,
      String cue,
      int size,
      List<Numbers.Quantity> numbers,
      List<Evidence> evidence) {
    clause.cues().stream()
        .filter(match -> match.value().equals(cue))
        .filter(match -> !isBarred(clause, match))
        .filter(match -> !isPartOfLonger(clause, match))
        .filter(match -> numbers.stream().noneMatch(it -> it.low() != size && overlaps(it, match)))
        .map(match -> Evidence.said(FIELD, (double) size, TEAM - 0.05, index, match))
        .forEach(evidence::add);
  }

  /** "A couple hundred", but not the dozen in "a baker's dozen". */
  private static boolean overlaps(Numbers.Quantity number, Match words) {
    boolean inside = words.from() < number.from() && number.to() <= words.to();
    return !inside && number.from() < words.to() && words.from() < number.to();
  }

  /** "A dozen of us" in "a baker's dozen of us". */
  private static boolean isPartOfLonger(Clause clause, Match size) {
    return clause.cues().stream()
        .filter(it -> it.value().startsWith(GROUP) && it.overlaps(size))
        .anyMatch(it -> it.from() < size.from() && it.length() > 1);
  }

  /** "Now it's me and Joana": one more person ends the clause. */
  private static void pair(Clause clause, int index, List<Evidence> evidence) {
    for (Match cue : clause.cues()) {
      int others = clause.size() - cue.to();
      if (!cue.value().equals("me-and") || others < 1 || others > 2) continue;
      Token last = clause.word(clause.size() - 1);
      boolean one =
          !last.normal().matches(".*(s|ly)") && !clause.cueAt("people", clause.size() - 1);
      boolean counted = Character.isDigit(last.normal().charAt(0)) || clause.hasCue("group");
      if (one && !counted && !isBarred(clause, cue)) {
        evidence.add(Evidence.said(FIELD, 2.0, COMPANY, index, cue));
      }
    }
  }

  /** "We are 35 operators". */
  private static boolean isCrew(Clause clause, Numbers.Quantity number) {
    int before = number.from() - 1;
    String crew = clause.word(number.to()).normal();
    return before >= 0
        && clause.cueAt("we-are-self", before)
        && crew.length() > 3
        && crew.endsWith("s");
  }

  /** "Me and the missus" speaks of us both. */
  private static boolean isBarred(Clause clause, Match match) {
    return clause.has(Scope.COMMAND)
        || clause.has(Scope.QUESTION)
        || clause.has(Scope.PAST, match)
        || clause.has(Scope.WISHED, match)
        || clause.has(Scope.NEGATED, match)
        || clause.holdsBefore(Scope.SOMEBODY_ELSE, match);
  }

  private static double certainty(Reading reading, Clause clause, Numbers.Quantity number) {
    int next = number.to();
    if (clause.cueAt("counted", next)
        || clause.cueAt("years", next)
        || clause.cueAt("months", next)) return 0;
    if (NotOurs.isHour(clause, number) || NotOurs.isDate(clause, number)) return 0;
    if (NotOurs.isAge(reading, clause, number)) return 0;
    if (clause.cueAt("size-from", next)) return 0; // "nine shrank to six"
    if (concludes(clause, number) || Resized.is(reading, clause, number)) return SUM;
    boolean team =
        Headcount.isPrecededBy(clause, number, "team-of")
            || clause.cueAt("of-us", next)
            || Headcount.leavesOutMe(reading, clause, number)
            || Headcount.grows(clause, number)
            || answersHeading(reading, clause, number);
    if (team || clause.cueAt("team-after", next)) return TEAM;
    if (isCompound(reading, clause, number)
        || Headcount.isPrecededBy(clause, number, "company-of")
        || clause.cueAt("company-after", next)) return COMPANY;
    boolean answer = reading.expects(FIELD) && number.standsAlmostAloneIn(clause);
    if (answer && !clause.cueAt("decades", next) && !clause.cueAt("people", next)) return TEAM;
    boolean years = reading.expects("yearsExperience") && !reading.expects(FIELD);
    if (Headcount.isPrecededBy(clause, number, "we-are")
        && !years
        && (number.low() > 1 || clause.hasCue("we"))
        && !NotOurs.othersBefore(clause, number)) {
      return next == clause.size()
              || clause.cueAt("people", next)
              || clause.cueAt("after-number", next)
              || isCrew(clause, number)
          ? TEAM
          : 0;
    }
    boolean works = number.from() == 0 && clause.cueAt("crew-does", next + 1);
    boolean ours = clause.hasCue("me") || works || clause.size() - next <= 2;
    if (clause.cueAt("people", next) && !NotOurs.isOfSomething(clause, number)) {
      boolean several = number.low() > 1 || reading.expects(FIELD);
      boolean counted = ours && several && !NotOurs.isSought(reading, clause, number);
      return counted && !NotOurs.othersAround(clause, number) ? COMPANY + 0.05 : 0;
    }
    return 0;
  }

  /** "Four devs, so five with me", "= 4": what the count before it comes to. */
  static boolean concludes(Clause clause, Numbers.Quantity number) {
    boolean withMe = clause.cueAt("with-me", number.to());
    return withMe || clause.word(number.from()).before().contains("=");
  }

  /** "A one-woman bakery", "a 12-person studio". */
  private static boolean isCompound(Reading reading, Clause clause, Numbers.Quantity number) {
    int person = number.to();
    if (person >= clause.size() || !PERSON.contains(clause.word(person).normal())) return false;
    boolean joined = clause.word(person).before().equals("-");
    boolean ends = person + 1 == clause.size();
    boolean business =
        !ends
            && (clause.cueAt("organisation", person + 1)
                || reading.lists().industries().longest(clause.words()).stream()
                    .anyMatch(it -> it.from() <= person + 2 && person < it.from()));
    return joined && (ends || business) && !NotOurs.othersBefore(clause, number);
  }

  /** "Headcount: 84". */
  private static boolean answersHeading(Reading reading, Clause clause, Numbers.Quantity number) {
    int index = reading.clauses().indexOf(clause);
    if (index == 0 || number.from() > 1 || clause.size() > SHORT) return false;
    Clause heading = reading.clauses().get(index - 1);
    return heading.sentence() == clause.sentence()
        && heading.cues().stream()
            .anyMatch(it -> it.value().equals("about-teamSize") && it.length() == heading.size());
  }

  private static boolean isBarred(Clause clause, Numbers.Quantity number) {
    Match words = number.words();
    boolean bare = clause.size() <= SHORT;
    return clause.has(Scope.PAST, words)
        || (bare && clause.has(Scope.PAST))
        || clause.has(Scope.SOMEBODY_ELSE, words)
        || clause.has(Scope.NEGATED, words)
        || clause.has(Scope.QUESTION)
        || clause.has(Scope.WISHED, words);
  }

  private static int start(Clause clause, Numbers.Quantity number) {
    return Math.max(0, number.from() - (number.from() < clause.size() ? 2 : 0));
  }

  private static int end(Clause clause, Numbers.Quantity number) {
    return Math.min(clause.size(), number.to() + 1);
  }
}
