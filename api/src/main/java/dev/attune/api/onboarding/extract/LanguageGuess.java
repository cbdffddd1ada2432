package dev.attune.api.onboarding.extract;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a message's language by its smallest words and its letters. */
final class LanguageGuess {
  private final Map<Language, Set<String>> smallWords = new EnumMap<>(Language.class);

  LanguageGuess(Pack pack) {
    for (Language language : Language.values()) {
      Set<String> words = new HashSet<>();
      pack.sections(language, "small-words")
          .values()
          .forEach(listed -> listed.forEach(word -> words.add(Fold.fold(word))));
      smallWords.put(language, words);
    }
  }

  /** Empty when too few words give it away. */
  Optional<Language> of(String message, List<Token> tokens) {
    if (Scripts.isJapanese(message)) return Optional.of(Language.JA);
    if (message.codePoints().anyMatch(Scripts::isHan)) return Optional.of(Language.ZH);
    if (message.codePoints().anyMatch(Scripts::isCyrillic)) return Optional.of(Language.RU);
    Language best = null;
    int most = 0;
    boolean tied = false;
    for (Language language : smallWords.keySet()) {
      int weight = tokens.stream().mapToInt(token -> weight(language, token.normal())).sum();
      tied = weight == most && weight > 0 || (tied && weight < most);
      if (weight > most) {
        most = weight;
        best = language;
      }
    }
    return tied ? Optional.empty() : Optional.ofNullable(best);
  }

  /** A word of one language only tells more. */
  private int weight(Language language, String word) {
    if (!smallWords.getOrDefault(language, Set.of()).contains(word)) return 0;
    return smallWords.values().stream().filter(words -> words.contains(word)).count() == 1 ? 3 : 1;
  }
}
