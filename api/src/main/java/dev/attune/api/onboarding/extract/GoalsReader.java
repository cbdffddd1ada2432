package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what a person wants from the product: wishes and troubles count, daily duties do not. */
final class GoalsReader implements SlotReader {
  private static final String FIELD = "goals";

  /** What students do is what they want. */
  private static final String STUDIES = "study_learn";

  private static final double WANTED = 0.9;
  private static final double ASIDE = 0.5;
  private static final int SHORT_ANSWER = 4;
  private static final int NEAR = 3;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match match : reading.lists().goals().longest(clause.words())) {
        if (isPartOfName(reading, clause, match)
            || speaksOfExperience(reading, clause, match)
            || isChangeOfJob(reading, clause, match)
            || tellsWhen(clause, match)) {
          continue;
        }
        boolean answered = clause.asked() && clause.has(Scope.UNWANTED, match); // "A CRM? No."
        if (isWantedAfterAll(reading, i)) {
          evidence.add(Evidence.said(FIELD, match.value(), WANTED, i, match));
        } else if (isBarred(clause, match) && !answered) {
          evidence.add(Evidence.said(FIELD, match.value(), Evidence.ELSEWHERE, i, match));
        } else if (clause.has(Scope.UNWANTED, match) || isRefused(clause, match)) {
          evidence.add(Evidence.denied(FIELD, match.value(), i, match));
        } else {
          evidence.add(
              Evidence.said(FIELD, match.value(), certainty(reading, clause, match), i, match));
        }
      }
    }
    return evidence;
  }

  /** "No roadmap yet, want one". */
  private static boolean isWantedAfterAll(Reading reading, int index) {
    Clause clause = reading.clauses().get(index);
    return !clause.has(Scope.COMMAND)
        && reading.clauses().stream()
            .skip(index + 1)
            .limit(2)
            .filter(it -> it.sentence() == clause.sentence() && it.size() <= SHORT_ANSWER)
            .anyMatch(it -> it.hasCue("want-one") && !it.hasCue("negated") && !it.asked());
  }

  /** "No campaigns, please", "we are not hiring". */
  private static boolean isRefused(Clause clause, Match match) {
    int before = match.from() - 1;
    if (before < 0) return false;
    boolean trailing =
        IntStream.range(match.to(), clause.size()).allMatch(word -> clause.cueAt("trailing", word));
    boolean ends = match.from() <= 2 && (clause.size() - match.to() <= 1 || trailing);
    boolean isNot = before > 0 && clause.word(before).is("not") && clause.cueAt("is", before - 1);
    while (before > 0 && isDetermined(clause, before)) before--; // "not the invoices"
    boolean denied = clause.word(before).is("no") || (before == 0 && clause.word(before).is("not"));
    return isNot || (denied && ends);
  }

  private static boolean isDetermined(Clause clause, int word) {
    return clause.cueAt("definite", word) || clause.cueAt("possessive", word);
  }

  /** "Moved from sales to HR" joins no systems. */
  private static boolean isChangeOfJob(Reading reading, Clause clause, Match match) {
    return clause.cueAt("went-over", match.from())
        && reading.lists().roles().longest(clause.words()).stream()
            .anyMatch(role -> Destination.is(clause, role));
  }

  /** "On the night shift". */
  private static boolean tellsWhen(Clause clause, Match match) {
    if (clause.startsWithCue("nobody")) return false; // "nobody knows who is on shift"
    return clause.cues().stream()
        .anyMatch(
            it ->
                it.value().equals("work-hours")
                    && it.from() <= match.from()
                    && match.to() <= it.to());
  }

  private static boolean isGerund(String word) {
    return word.endsWith("ing") && !Stem.of(word).equals(word);
  }

  /** "Payroll" is no goal in "our payroll accountant", nor are "books" in "children's books". */
  private static boolean isPartOfName(Reading reading, Clause clause, Match match) {
    return Stream.concat(
            reading.lists().roles().longest(clause.words()).stream()
                .filter(
                    role ->
                        role.is("titles")
                            || role.is("others")
                            || (role.is("fields")
                                && RoleReader.certainty(reading, clause, role) > 0.5)),
            reading.lists().industries().longest(clause.words()).stream()
                .filter(trade -> IndustryReader.certainty(reading, clause, trade) > 0.5))
        .anyMatch(name -> name.from() <= match.from() && match.to() <= name.to());
  }

  /** "Learning the ropes" is no wish to learn, "shaky on statistics" none to see any. */
  private static boolean speaksOfExperience(Reading reading, Clause clause, Match match) {
    int skill = clause.endOfCueBefore("skilled-in", match.from()).orElse(-NEAR);
    if (skill > match.from() - NEAR) return true;
    return reading.lists().experience().longest(clause.words()).stream()
        .anyMatch(level -> level.overlaps(match) && level.length() > match.length());
  }

  static boolean isBarred(Clause clause, Match match) {
    return clause.has(Scope.COMMAND)
        || (clause.has(Scope.QUESTION) && !clause.hasCue("help"))
        || clause.has(Scope.PAST, match)
        || clause.has(Scope.HYPOTHETICAL, match)
        || (clause.has(Scope.SOMEBODY_ELSE, match) && isOfFamily(clause));
  }

  /** What "my sister" or "mum" wants is theirs to want; what the boss wants may be my task. */
  static boolean isOfFamily(Clause clause) {
    boolean relative =
        clause.cues().stream()
            .filter(it -> it.value().equals("relative"))
            .anyMatch(
                it -> it.to() == clause.size() || !clause.word(it.to()).is("'s")); // "'s inbox"
    return relative || (clause.startsWithCue("kin") && !clause.word(0).is("boss"));
  }

  /** "Finance" is no goal when it answers the question about the role. */
  private static boolean answersSomethingElse(Reading reading) {
    return !reading.asked().isEmpty() && reading.words() <= SHORT_ANSWER;
  }

  /** "The CFO wants forecasts": worth asking whether the person wants them too. */
  private static boolean isSomebodyElses(Clause clause, Match match) {
    return clause.holdsBefore(Scope.SOMEBODY_ELSE, match)
        && !clause.hasCue("me")
        && !clause.hasCue("trouble");
  }

  private static double certainty(Reading reading, Clause clause, Match match) {
    if (match.is("answers") && !reading.expects(FIELD)) return 0.3;
    if (isSomebodyElses(clause, match)) return Evidence.ELSEWHERE;
    if (reading.expects(FIELD) || clause.hasCue("want") || clause.hasCue("trouble")) return 0.9;
    if (clause.word(match.from()).normal().endsWith("ed") && match.length() == 1) return ASIDE;
    if (answersSomethingElse(reading)) return ASIDE;
    if (!reading.english() && match.value().equals(STUDIES)) return 0.8;
    boolean done =
        clause.endOfCueBefore("subject", match.from() + 1).isPresent() || clause.hasCue("living");
    return done && !isGerund(clause.word(match.from()).normal()) ? 0.5 : 0.8;
  }
}
