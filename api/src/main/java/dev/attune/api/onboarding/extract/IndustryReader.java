package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads in what kind of organisation a person works. Its customers' business is not its own. */
final class IndustryReader implements SlotReader {
  private static final String FIELD = "industry";
  private static final double GUESS = 0.4;
  private static final int NEAR = 3;

  @Override
  public List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      for (Match match : reading.lists().industries().longest(clause.words())) {
        if (isPartOfTitle(reading, clause, match)) continue;
        if (Mine.isBarred(clause, match)
            || Destination.isLeft(clause, match)
            || isStudied(clause, match)
            || isCustomer(clause, match)) {
          evidence.add(Evidence.said(FIELD, match.value(), Evidence.ELSEWHERE, i, match));
        } else if (clause.has(Scope.NEGATED, match) || clause.has(Scope.UNWANTED, match)) {
          evidence.add(Evidence.denied(FIELD, match.value(), i, match));
        } else {
          evidence.add(
              Evidence.said(FIELD, match.value(), certainty(reading, clause, match), i, match));
        }
      }
    }
    return evidence;
  }

  /** "A bachelor's in finance", "a project about microfinance": a subject, no employer. */
  private static boolean isStudied(Clause clause, Match match) {
    int near = clause.endOfCueBefore("studied", match.from()).orElse(-NEAR - 1);
    return !match.value().equals("education") && match.from() - near < NEAR;
  }

  /** "The clinic is only our client". */
  private static boolean isCustomer(Clause clause, Match match) {
    return clause.cues().stream()
        .filter(it -> it.value().equals("customers") && it.from() > match.to())
        .filter(it -> it.to() == clause.size() && clause.cueAt("possessive", it.from() - 1))
        .anyMatch(it -> clause.cueAt("is", match.to()));
  }

  static double certainty(Reading reading, Clause clause, Match match) {
    if (match.is("duties")) return trade(reading, clause, match);
    if (reading.english() && Served.names(clause, match)) return Evidence.ELSEWHERE;
    if (reading.expects(FIELD)) return 0.9;
    boolean named = nextIs(clause, match, "organisation") || namesJob(reading, clause, match);
    double place = place(clause, match);
    if (place == 0)
      return named && clause.cues().stream().noneMatch(it -> it.value().equals("customers"))
          ? 0.85
          : Evidence.ELSEWHERE;
    boolean closed =
        match.to() == clause.size()
            || named
            || nextIs(clause, match, "after-field")
            || nextIs(clause, match, "after-place");
    if (place > GUESS && (closed || endsSoon(clause, match))) return place;
    if (named || (!reading.english() && !clause.hasCue("somebody"))) return 0.75;
    return isAllThatIsSaid(reading, clause, match) ? 0.75 : GUESS;
  }

  /** "At a hospital trust", "of a solar installation business": a word or two more about it. */
  private static boolean endsSoon(Clause clause, Match match) {
    for (int word = match.to(); word < Math.min(clause.size(), match.to() + 3); word++) {
      if (clause.cueAt("thing", word) || clause.cueAt("customers", word)) return false;
      if (clause.cueAt("organisation", word)) return true;
    }
    return match.to() + 1 == clause.size();
  }

  /** A software engineer need not work for a software company, nor a "chef de projet" cook. */
  private static boolean isPartOfTitle(Reading reading, Clause clause, Match match) {
    boolean word =
        match.value().equals("technology") || (!reading.english() && match.length() == 1);
    return word
        && reading.lists().roles().longest(clause.words()).stream()
            .filter(role -> reading.english() || role.is("titles"))
            .anyMatch(role -> role.length() > match.length() && role.overlaps(match));
  }

  /** What we make tells the business, what we would like to make does not. */
  private static double trade(Reading reading, Clause clause, Match match) {
    boolean ours =
        !reading.english()
            || clause.endOfCueBefore("subject", match.from() + 1).isPresent()
            || clause.endOfCueBefore("employer", match.from() + 1).isPresent();
    return ours && clause.endOfCueBefore("want", match.from()).isEmpty() ? 0.8 : GUESS;
  }

  /**
   * "At a hospital", "we run a bakery"; "for hospitals" and "our clients are banks" are customers.
   */
  private static double place(Clause clause, Match match) {
    boolean several = Mine.isSeveral(clause, match);
    boolean shown = match.value().equals("media_entertainment") && match.to() == clause.size();
    if (shown && match.from() > 0 && clause.word(match.from() - 1).is("on"))
      return 0; // "on YouTube"
    for (int word = match.from() - 1; word >= Math.max(0, match.from() - 5); word--) {
      if (clause.cueAt("customers", word) || clause.cueAt("visiting", word)) return 0;
      if (clause.cueAt("own", word)) return 0.85;
      if (clause.cueAt("place", word)) return several ? 0 : 0.85;
      if (clause.cueAt("want", word)) return 0;
    }
    return clause.hasCue("visiting") ? 0 : GUESS;
  }

  /** "Construction project manager", "nurse". */
  private static boolean namesJob(Reading reading, Clause clause, Match match) {
    return reading.lists().roles().longest(clause.words()).stream()
        .filter(role -> !role.is("duties") && RoleReader.certainty(reading, clause, role) > 0.5)
        .anyMatch(role -> role.from() <= match.to() && match.from() < role.to());
  }

  private static boolean isAllThatIsSaid(Reading reading, Clause clause, Match match) {
    return clause.size() - match.length() <= 2
        && !Mine.isSeveral(clause, match)
        && !clause.hasCue("subject")
        && !clause.hasCue("want")
        && !clause.cueAt("not-mine", Math.max(0, match.from() - 1))
        && reading.lists().goals().longest(clause.words()).stream()
            .allMatch(goal -> match.from() <= goal.from() && goal.to() <= match.to());
  }

  private static boolean nextIs(Clause clause, Match match, String cue) {
    return match.to() < clause.size() && clause.cueAt(cue, match.to());
  }
}
