package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads how many whole years a person has worked in the field. */
final class YearsReader implements SlotReader {
  private static final String FIELD = "yearsExperience";
  private static final int LONGEST_CAREER = 70;
  private static final String SPAN = "span-";
  private static final double SAID = 0.9;
  private static final double IN_FIELD = 0.92;
  private static final double CONCLUDED = 0.95;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      spans(clause, i, evidence);
      for (Numbers.Quantity number : reading.lists().numbers().in(clause.words())) {
        double years = years(reading, clause, number);
        if (years < 0 || years > LONGEST_CAREER || isBarred(reading, clause, number)) continue;
        evidence.add(
            new Evidence(
                FIELD,
                Math.floor(years),
                false,
                isWhole(clause, number) ? CONCLUDED : isInField(clause, number) ? IN_FIELD : SAID,
                i,
                number.from(),
                unitEnd(clause, number),
                "numbers"));
      }
    }
    return evidence;
  }

  /** "Over a decade", "a quarter of a century". */
  private static void spans(Clause clause, int index, List<Evidence> evidence) {
    for (Match cue : clause.cues()) {
      if (!cue.value().startsWith(SPAN) || isPartOfLonger(clause, cue)) continue;
      if (Mine.isBarred(clause, cue)) continue;
      double years = Double.parseDouble(cue.value().substring(SPAN.length()));
      evidence.add(Evidence.said(FIELD, years, 0.85, index, cue));
    }
  }

  /** "A decade" in "a decade and a half". */
  private static boolean isPartOfLonger(Clause clause, Match span) {
    return clause.cues().stream()
        .filter(it -> it.value().startsWith(SPAN) && it.length() > span.length())
        .anyMatch(span::overlaps);
  }

  /** The years a number counts; -1 when it counts something else. */
  private static double years(Reading reading, Clause clause, Numbers.Quantity number) {
    int unit = number.to();
    if (clause.cueAt("years", unit)) return number.low();
    if (clause.cueAt("whole-career", unit)) return spoke(reading, clause) ? number.low() : -1;
    if (clause.cueAt("of-those", unit)) return spoke(reading, clause) ? number.low() : -1;
    if (clause.cueAt("months", unit)) {
      if (!reading.expects(FIELD) && !clause.hasCue("career")) return -1;
      return number.low() / 12;
    }
    if (clause.cueAt("decades", unit)) return number.low() * 10;
    boolean bare = number.standsAlmostAloneIn(clause);
    boolean other =
        unit < clause.size() && (clause.cueAt("people", unit) || clause.cueAt("counted", unit));
    return reading.expects(FIELD) && bare && !other ? number.low() : -1;
  }

  /** "So nine years", "12 in the trade": more than the years at one place. */
  private static boolean isWhole(Clause clause, Numbers.Quantity number) {
    boolean career =
        IntStream.rangeClosed(0, 1).anyMatch(it -> clause.cueAt("whole-career", number.to() + it));
    return clause.startsWithCue("concludes") || career;
  }

  /** "Three years abroad, five years in marketing". */
  private static boolean isInField(Clause clause, Numbers.Quantity number) {
    int in = number.to() + 1;
    return in + 1 < clause.size() && (clause.word(in).is("in") || clause.word(in).is("as"));
  }

  /** "15 years here, 3 of them as lead": years were spoken of before. */
  private static boolean spoke(Reading reading, Clause clause) {
    return reading.clauses().subList(0, reading.clauses().indexOf(clause) + 1).stream()
        .anyMatch(
            it ->
                reading.lists().numbers().in(it.words()).stream()
                    .anyMatch(number -> it.cueAt("years", number.to())));
  }

  private static boolean isBarred(Reading reading, Clause clause, Numbers.Quantity number) {
    Match words =
        new Match(Term.of("", "", "", Form.EXACT), number.from(), unitEnd(clause, number));
    return Mine.isBarred(clause, words)
        || clause.has(Scope.NEGATED, words)
        || clause.cueAt("not-career", words.to())
        || (number.from() > 0
            && clause.cueAt("not-career-before", number.from() - 1)
            && !clause.hasCue("career"))
        || clause.hasCue("not-my-years")
        || lastsForSomethingElse(reading, clause, number);
  }

  /** "My subscription runs two years": the clause has a subject of its own. */
  private static boolean lastsForSomethingElse(
      Reading reading, Clause clause, Numbers.Quantity number) {
    boolean named = clause.cueAt("article", 0) || clause.cueAt("possessive", 0);
    return named
        && reading.english()
        && number.from() >= 2
        && !reading.expects(FIELD)
        && !clause.hasCue("subject")
        && !clause.hasCue("career");
  }

  private static int unitEnd(Clause clause, Numbers.Quantity number) {
    return Math.min(
        clause.size(),
        number.to() + (number.to() < clause.size() && isUnit(clause, number.to()) ? 1 : 0));
  }

  private static boolean isUnit(Clause clause, int word) {
    return clause.cueAt("years", word)
        || clause.cueAt("months", word)
        || clause.cueAt("decades", word);
  }
}
