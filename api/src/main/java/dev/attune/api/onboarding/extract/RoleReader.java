package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads what a person does for a living. */
final class RoleReader implements SlotReader {
  /** A job, though none of the listed ones. */
  static final String OTHER = "other";

  /** How sure it is that who does what a job consists of has that job. */
  static final double DUTY = 0.8;

  private static final String FIELD = "role";
  private static final double HINT = 0.3;
  private static final double NAMED = 0.95;
  private static final int SHORT = 4;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match match : reading.lists().roles().longest(clause.words())) {
        if (isPronoun(reading, clause, match)) continue;
        boolean barred =
            Mine.isBarred(deed(clause, match), match)
                || isOnlyKnown(clause, match)
                || isOfThem(clause, match)
                || Destination.isLeft(clause, match);
        boolean echoed = !match.is("duties") && Echo.joins(reading, clause, match);
        double certainty = echoed ? NAMED : barred ? 0 : certainty(reading, clause, match);
        if (clause.has(Scope.NEGATED, match) || clause.has(Scope.UNWANTED, match)) {
          evidence.add(Evidence.denied(FIELD, match.value(), i, match));
        } else {
          double sure = Math.max(certainty, Evidence.ELSEWHERE);
          evidence.add(Evidence.said(FIELD, match.value(), sure, i, match));
        }
      }
    }
    return evidence;
  }

  /** "I keep her diary": what is done for somebody is done by the speaker. */
  private static Clause deed(Clause clause, Match match) {
    boolean forThem = match.is("duties") && !clause.holdsBefore(Scope.SOMEBODY_ELSE, match);
    boolean mine = clause.endOfCueBefore("subject", match.from() + 1).isPresent();
    return forThem && mine ? clause.without(Scope.SOMEBODY_ELSE) : clause;
  }

  /** "I know the basics of accounting" is no accountant. */
  private static boolean isOnlyKnown(Clause clause, Match match) {
    return match.from() > 0 && clause.cueAt("knows", match.from() - 1);
  }

  static double certainty(Reading reading, Clause clause, Match match) {
    if (!match.is("duties") && Destination.is(clause, match)) return NAMED;
    if (match.is("titles") || match.is("others")) {
      double certainty = Mine.certainty(clause, match);
      boolean wanted = clause.endOfCueBefore("want", match.from()).isPresent();
      if (!reading.english() && wanted) return Math.min(certainty, HINT);
      boolean apposed = isApposed(reading, clause, match) || isOfAllOfUs(reading, clause, match);
      return certainty == 0 && apposed ? NAMED : certainty;
    }
    if (match.is("fields")) return field(reading, clause, match);
    return duty(reading, clause, match);
  }

  /** "The lawyers are other people". */
  private static boolean isOfThem(Clause clause, Match match) {
    return match.from() == 1
        && clause.cueAt("definite", 0)
        && match.to() < clause.size()
        && clause.word(match.to()).is("are");
  }

  /** "Two solicitors and me, the paralegal", "not the lawyer, just the office manager". */
  private static boolean isApposed(Reading reading, Clause clause, Match match) {
    int index = reading.clauses().indexOf(clause);
    int the = match.from() - 1;
    if (index == 0 || the < 0 || !clause.cueAt("definite", the)) return false;
    Clause before = reading.clauses().get(index - 1);
    if (clause.startsWithCue("only") && the == 1) return before.startsWith(Scope.NEGATED, 1);
    if (the != 0) return false;
    Token last = before.word(before.size() - 1);
    return before.sentence() == clause.sentence() && (last.is("me") || last.is("myself"));
  }

  /** "Designers, both of us". */
  private static boolean isOfAllOfUs(Reading reading, Clause clause, Match match) {
    int next = reading.clauses().indexOf(clause) + 1;
    return match.length() == clause.size()
        && next < reading.clauses().size()
        && reading.clauses().get(next).startsWithCue("all-of-us");
  }

  /** A field of work is mine when I work in it, or when it is all I say. */
  private static double field(Reading reading, Clause clause, Match match) {
    if (acts(clause, match)) return 0;
    if (isGlued(clause, match) || isCleft(clause, match)) return HINT;
    boolean closed = match.to() == clause.size() || clause.cueAt("after-field", match.to());
    if (!closed) return HINT;
    if (reading.expects(FIELD) || isWentOnTo(reading, clause, match)) return 0.9;
    if (reading.corrects() && clause.size() <= SHORT) return HINT;
    boolean wanted = !reading.english() && clause.endOfCueBefore("want", match.from()).isPresent();
    for (int word = match.from() - 1; word >= Math.max(0, match.from() - 4); word--) {
      if (clause.cueAt("work-in", word)) return wanted && !saysWork(clause, word) ? HINT : 0.85;
      boolean inverted = !reading.english() && clause.cueAt("subject", word); // "heute leite ich"
      boolean kind = word == match.from() - 1 && word > 1 && clause.cueAt("years", word - 2);
      if (!clause.cueAt("adjective", word) && !inverted && !kind)
        return HINT; // "years in tyre sales"
    }
    boolean alone = match.length() == clause.size() && reading.words() <= 6;
    boolean opens = match.from() == 0 && reading.clauses().indexOf(clause) == 0;
    boolean goesOn = match.to() < clause.size() || saysWhere(reading);
    return (alone || (opens && goesOn)) && reading.asked().isEmpty() ? 0.75 : HINT;
  }

  /** "Four years of sales, after that recruiting". */
  private static boolean isWentOnTo(Reading reading, Clause clause, Match match) {
    int index = reading.clauses().indexOf(clause);
    return index > 0
        && clause.startsWithCue("since-then")
        && match.to() == clause.size()
        && clause.endOfCueBefore("since-then", match.from()).orElse(0) == match.from()
        && reading.clauses().get(index - 1).startsWith(Scope.PAST, 1);
  }

  /** "Legal-tech" is not legal. */
  private static boolean isGlued(Clause clause, Match match) {
    return match.to() < clause.size() && clause.word(match.to()).before().equals("-");
  }

  /** "It's payroll I need". */
  private static boolean isCleft(Clause clause, Match match) {
    int subject = match.to() < clause.size() && clause.word(match.to()).is("that") ? 1 : 0;
    int wish = match.to() + subject + 1;
    return wish < clause.size() && clause.cueAt("subject", wish - 1) && clause.cueAt("want", wish);
  }

  /** "I take care of", not a mere "in". */
  private static boolean saysWork(Clause clause, int word) {
    return clause.cues().stream()
        .anyMatch(
            it ->
                it.value().equals("work-in")
                    && it.length() > 1
                    && it.from() <= word
                    && word < it.to());
  }

  /** What I do every day tells what I am; what I want to do does not. */
  private static double duty(Reading reading, Clause clause, Match match) {
    if (clause.endOfCueBefore("want", match.from() + 1).isPresent()) return 0;
    if (isBareWish(reading, clause, match)) return HINT;
    boolean mine =
        !reading.english()
            || clause.endOfCueBefore("subject", match.from() + 1).isPresent()
            || clause.hasCue("my-work")
            || clause.hasCue("is-mine")
            || clause.hasCue("none-but-me");
    int index = reading.clauses().indexOf(clause);
    boolean answered =
        index + 1 < reading.clauses().size()
            && ScopeCarry.isAllAnswer(reading.clauses().get(index + 1));
    if (answered && clause.asked()) return DUTY;
    boolean goesOn = index > 0 && reading.clauses().get(index - 1).hasCue("subject");
    if (mine || goesOn || reading.expects(FIELD)) return DUTY;
    return clause.hasCue("living") ? DUTY : 0.4;
  }

  /** "Contratar gente": whoever only names what there is to do wants it done. */
  private static boolean isBareWish(Reading reading, Clause clause, Match match) {
    return !reading.english()
        && !reading.expects(FIELD)
        && match.length() == clause.size()
        && !clause.hasCue("me")
        && reading.lists().goals().longest(clause.words()).stream()
            .anyMatch(goal -> goal.overlaps(match));
  }

  /** "Compliance, private bank": what follows names the employer, and nothing else does. */
  private static boolean saysWhere(Reading reading) {
    if (reading.clauses().size() < 2) return false;
    Clause next = reading.clauses().get(1);
    return next.sentence() == reading.clauses().get(0).sentence()
        && reading.lists().roles().longest(next.words()).isEmpty()
        && !reading.lists().industries().longest(next.words()).isEmpty();
  }

  /** "HR forced us to", "marketing wants it": a department does something. */
  private static boolean acts(Clause clause, Match match) {
    if (match.from() > 1 || (match.from() == 1 && !clause.cueAt("definite", 0))) return false;
    if (match.to() >= clause.size()) return false;
    String next = clause.word(match.to()).normal();
    return next.endsWith("ed") || clause.cueAt("does", match.to());
  }

  /** "it" is "IT" only where a person writes it so, works "in it", or was asked. */
  private static boolean isPronoun(Reading reading, Clause clause, Match match) {
    Token word = clause.word(match.from());
    return match.length() == 1
        && word.is("it")
        && !word.text().equals("IT")
        && !(match.from() > 0 && clause.word(match.from() - 1).is("in"))
        && !(reading.asked().contains(FIELD) && clause.size() == 1);
  }
}
