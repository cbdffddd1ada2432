package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terms by their first word. Immutable. */
final class TermIndex {
  private static final int PREFIX = 2;

  private final Map<String, List<Term>> byFirstWord = new HashMap<>();
  private final Map<String, List<Term>> byPrefix = new HashMap<>();
  private final Set<Form> forms = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  TermIndex(Collection<Term> terms) {
    for (Term term : new LinkedHashSet<>(terms)) {
      if (term.words().isEmpty()) continue;
      String first = term.words().get(0);
      forms.add(term.form());
      words.addAll(term.words());
      if (first.endsWith("*")) index(byPrefix, prefix(first), term);
      else index(byFirstWord, first, term);
    }
  }

  void collectStartingWith(String word, List<Term> terms) {
    for (Form form : forms) {
      for (Term term : byFirstWord.getOrDefault(form.of(word), List.of())) {
        if (term.form() == form) terms.add(term);
      }
    }
    if (word.equals("'s")) terms.addAll(byFirstWord.getOrDefault("is", List.of()));
    if (word.length() >= PREFIX) terms.addAll(byPrefix.getOrDefault(prefix(word), List.of()));
  }

  boolean knows(String word) {
    return forms.stream().anyMatch(form -> words.contains(form.of(word)));
  }

  private static String prefix(String word) {
    return word.substring(0, Math.min(PREFIX, word.length()));
  }

  private static void index(Map<String, List<Term>> index, String key, Term term) {
    index.computeIfAbsent(key, first -> new ArrayList<>(2)).add(term);
  }
}
