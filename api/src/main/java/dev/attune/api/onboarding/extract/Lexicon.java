package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Word lists, ready to be met in a sequence of words. Immutable. */
final class Lexicon {
  private final List<TermIndex> lists;

  Lexicon(List<TermIndex> lists) {
    this.lists = List.copyOf(lists);
  }

  /** All matches, longest first at each word; a match inside a longer one is left out. */
  List<Match> longest(List<Token> tokens) {
    List<Match> all = matches(tokens);
    all.sort(Comparator.comparingInt(Match::length).reversed().thenComparingInt(Match::from));
    List<Match> kept = new ArrayList<>();
    for (Match match : all) {
      boolean inside = all.stream().anyMatch(longer -> contains(longer, match));
      if (!inside && kept.stream().noneMatch(longer -> hides(longer, match))) kept.add(match);
    }
    kept.sort(Comparator.comparingInt(Match::from));
    return kept;
  }

  /** Every match, also inside others. */
  List<Match> matches(List<Token> tokens) {
    List<Match> matches = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      terms.clear();
      for (TermIndex list : lists) list.collectStartingWith(tokens.get(from).normal(), terms);
      for (Term term : terms) {
        int to = term.endOfMatch(tokens, from);
        if (to > from) matches.add(new Match(term, from, to));
      }
    }
    return matches;
  }

  boolean knows(String word) {
    return lists.stream().anyMatch(list -> list.knows(word));
  }

  private static boolean contains(Match longer, Match match) {
    return longer.length() > match.length()
        && longer.from() <= match.from()
        && match.to() <= longer.to();
  }

  /** Equally long readings of the same words stand side by side. */
  private static boolean hides(Match longer, Match match) {
    return longer.overlaps(match)
        && (longer.length() > match.length() || longer.from() != match.from());
  }
}
