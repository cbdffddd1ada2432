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
  private static final int SHORT = 4;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match match : reading.lists().roles().longest(clause.words())) {
        double certainty = Mine.isBarred(clause, match) ? 0 : certainty(reading, clause, match);
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

  static double certainty(Reading reading, Clause clause, Match match) {
    if (match.is("titles") || match.is("others")) return Mine.certainty(clause, match);
    if (match.is("fields")) return field(reading, clause, match);
    return duty(reading, clause, match);
  }

  /** A field of work is mine when I work in it, or when it is all I say. */
  private static double field(Reading reading, Clause clause, Match match) {
    boolean closed = match.to() == clause.size() || clause.cueAt("after-field", match.to());
    if (!closed || isSmallWord(clause, match, reading)) return 0.3;
    if (reading.expects(FIELD)) return 0.9;
    if (reading.corrects() && clause.size() <= SHORT) return 0.3;
    for (int word = match.from() - 1; word >= Math.max(0, match.from() - 4); word--) {
      if (clause.cueAt("work-in", word)) return 0.85;
      if (!clause.cueAt("adjective", word)) return 0.3;
    }
    boolean alone = match.length() == clause.size() && reading.words() <= 6;
    boolean opens =
        match.from() == 0 && reading.clauses().indexOf(clause) == 0 && match.to() < clause.size();
    return (alone || opens) && reading.asked().isEmpty() ? 0.75 : 0.3;
  }

  /** What I do every day tells what I am; what I want to do does not. */
  private static double duty(Reading reading, Clause clause, Match match) {
    if (clause.endOfCueBefore("want", match.from() + 1).isPresent()) return 0;
    boolean mine =
        !reading.english()
            || clause.endOfCueBefore("subject", match.from() + 1).isPresent()
            || clause.hasCue("my-work");
    int index = reading.clauses().indexOf(clause);
    boolean goesOn = index > 0 && reading.clauses().get(index - 1).hasCue("subject");
    if (mine || goesOn || reading.expects(FIELD)) return DUTY;
    return clause.hasCue("living") ? DUTY : 0.4;
  }

  /** "it" is "IT" only where a person writes it so, or was asked. */
  private static boolean isSmallWord(Clause clause, Match match, Reading reading) {
    Token word = clause.word(match.from());
    return match.length() == 1
        && word.is("it")
        && !word.text().equals("IT")
        && !(reading.asked().contains(FIELD) && clause.size() == 1);
  }
}
