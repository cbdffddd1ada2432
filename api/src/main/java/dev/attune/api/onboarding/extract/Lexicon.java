package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Word lists, ready to be met in a sequence of words. Immutable. */
final class Lexicon {
  private static final int PREFIX = 2;

  private final Map<String, List<Term>> byFirstWord = new HashMap<>();
  private final Map<String, List<Term>> byPrefix = new HashMap<>();
  private final Set<Form> forms = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  Lexicon(Collection<Term> terms) {
    Set<List<Object>> known = new HashSet<>();
    for (Term term : terms) {
      if (term.words().isEmpty() || !known.add(List.of(term.words(), term.kind()))) continue;
      String first = term.words().get(0);
      forms.add(term.form());
      words.addAll(term.words());
      if (first.endsWith("*")) index(byPrefix, prefix(first), term);
      else index(byFirstWord, first, term);
    }
  }

  /** All matches, longest first at each word; a match inside a longer one is left out. */
  List<Match> longest(List<Token> tokens) {
    List<Match> all = matches(tokens);
    all.sort(Comparator.comparingInt(Match::length).reversed().thenComparingInt(Match::from));
    List<Match> kept = new ArrayList<>();
    for (Match match : all) {
      if (kept.stream().noneMatch(longer -> hides(longer, match))) kept.add(match);
    }
    kept.sort(Comparator.comparingInt(Match::from));
    return kept;
  }

  /** Every match, also inside others. */
  List<Match> matches(List<Token> tokens) {
    List<Match> matches = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (Term term : startingWith(tokens.get(from).normal())) {
        int to = term.endOfMatch(tokens, from);
        if (to > from) matches.add(new Match(term, from, to));
      }
    }
    return matches;
  }

  boolean knows(String word) {
    return forms.stream().anyMatch(form -> words.contains(form.of(word)));
  }

  Set<String> words() {
    return words;
  }

  /** Equally long readings of the same words stand side by side. */
  private static boolean hides(Match longer, Match match) {
    return longer.overlaps(match)
        && (longer.length() > match.length() || longer.from() != match.from());
  }

  private List<Term> startingWith(String word) {
    List<Term> terms = new ArrayList<>();
    for (Form form : forms) {
      for (Term term : byFirstWord.getOrDefault(form.of(word), List.of())) {
        if (term.form() == form) terms.add(term);
      }
    }
    if (word.length() >= PREFIX) terms.addAll(byPrefix.getOrDefault(prefix(word), List.of()));
    return terms;
  }

  private static String prefix(String word) {
    return word.substring(0, Math.min(PREFIX, word.length()));
  }

  private static void index(Map<String, List<Term>> index, String key, Term term) {
    index.computeIfAbsent(key, first -> new ArrayList<>()).add(term);
  }
}
