package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads how experienced a person is, from words about it and never from a number of years. */
final class ExperienceReader implements SlotReader {
  private static final String FIELD = "experience";

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match match : reading.lists().experience().longest(clause.words())) {
        if (Mine.isBarred(clause, match)) continue;
        if (match.is("levels") && match.value().startsWith("asked-")) {
          String value = match.value().substring("asked-".length());
          boolean denies = clause.cueAt("negated", match.from()); // "no", but not "no guru"
          boolean answers =
              !denies || (reading.asked().contains(FIELD) && 2 * match.length() >= clause.size());
          if (reading.expects(FIELD) && answers && !clause.hasCue("refusal"))
            evidence.add(Evidence.said(FIELD, value, 0.9, i, match));
        } else if (isDenied(clause, match)) {
          evidence.add(Evidence.denied(FIELD, match.value(), i, match));
        } else if (isMine(clause, match)) {
          evidence.add(Evidence.said(FIELD, match.value(), 0.85, i, match));
        }
      }
    }
    return evidence;
  }

  /** "No expert" and "an expert I am not", but not a level that is itself a denial: "not new". */
  private static boolean isDenied(Clause clause, Match match) {
    boolean isDenial =
        clause.cues().stream().anyMatch(it -> it.value().equals("negated") && it.overlaps(match));
    boolean overstated = // "expert is a stretch", "senior on paper"
        clause.cues().stream()
            .anyMatch(cue -> cue.value().equals("overstates") && cue.from() >= match.to());
    return overstated
        || clause.holdsBefore(Scope.NEGATED, match)
        || (clause.has(Scope.NEGATED, match) && !isDenial);
  }

  /** "Seasoned marketer" is me, "looking for a senior developer" and "us and an intern" are not. */
  private static boolean isMine(Clause clause, Match match) {
    boolean person = clause.cueAt("level-noun", match.to() - 1);
    boolean among = clause.hasCue("of-us") || clause.hasCue("me-and") || clause.hasCue("plus-me");
    if (person && (among || Mine.ofSpeaker(clause, match) == 0)) return false;
    if (person && acts(clause, match)) return false;
    if (isOfOthers(clause, match) || describesThing(clause, match)) return false;
    int the = match.from() - 1;
    if (the > 1 && clause.cueAt("definite", the) && clause.word(the - 1).is("am")) return true;
    return clause.endOfCueBefore("not-my-level", match.from()).isEmpty()
        && !(match.to() < clause.size() && clause.cueAt("not-a-level", match.to()));
  }

  /** "New joiners wander round clueless": who stands first is not the speaker. */
  private static boolean isOfOthers(Clause clause, Match match) {
    return clause.cues().stream()
        .filter(it -> it.value().equals("starters") && it.from() == 0)
        .filter(it -> it.to() < clause.size() || match.from() > 0)
        .anyMatch(
            it -> !clause.hasCue("subject") && clause.word(it.to() - 1).normal().endsWith("s"));
  }

  /** "A decent calendar" tells of the calendar. */
  private static boolean describesThing(Clause clause, Match match) {
    int next = match.to();
    return match.length() == 1
        && match.from() > 0
        && clause.cueAt("article", match.from() - 1)
        && next < clause.size()
        && clause.cueAt("quality", match.from())
        && !clause.cueAt("skilled", next);
  }

  /** "An expert wrote our handbook". */
  private static boolean acts(Clause clause, Match match) {
    if (match.from() != 1 || !clause.cueAt("article", 0) || match.to() >= clause.size()) {
      return false;
    }
    int next = match.to();
    return clause.cueAt("went", next)
        || clause.cueAt("does", next)
        || clause.word(next).normal().endsWith("ed");
  }
}
