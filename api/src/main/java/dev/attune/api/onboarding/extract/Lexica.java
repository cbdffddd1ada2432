package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every language's word lists. A language borrows the English names of jobs, fields and goals. */
final class Lexica {
  private final Map<Language, WordLists> byLanguage = new EnumMap<>(Language.class);
  private final WordLists anyLanguage;
  private final Map<Language, Set<String>> words = new EnumMap<>(Language.class);

  Lexica(Pack pack) {
    for (Language language : Language.values()) words.put(language, new HashSet<>());
    LanguageTerms english = LanguageTerms.read(pack, Language.EN, words(Language.EN));
    List<LanguageTerms> all = new ArrayList<>(List.of(english));
    byLanguage.put(Language.EN, WordLists.of(all));
    for (Language language : Language.values()) {
      if (language == Language.EN) continue;
      LanguageTerms own = LanguageTerms.read(pack, language, words(language));
      all.add(own);
      byLanguage.put(language, WordLists.of(own, english));
    }
    anyLanguage = WordLists.of(all);
  }

  WordLists of(Language language) {
    return byLanguage.getOrDefault(language, anyLanguage);
  }

  /** For words too few to tell their language. */
  WordLists ofAnyLanguage() {
    return anyLanguage;
  }

  /** Whether the lists of a language other than English hold a word. */
  boolean isForeign(String word) {
    return words.entrySet().stream()
        .anyMatch(it -> it.getKey() != Language.EN && it.getValue().contains(word));
  }

  /** Every word of a language's own lists, as written in them. */
  Set<String> words(Language language) {
    return words.getOrDefault(language, Set.of());
  }
}
