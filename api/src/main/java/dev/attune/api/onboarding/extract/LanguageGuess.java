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
    Language best = null;
    int most = 0;
    for (Map.Entry<Language, Set<String>> language : smallWords.entrySet()) {
      int hits =
          (int)
              tokens.stream().filter(token -> language.getValue().contains(token.normal())).count();
      if (hits > most) {
        most = hits;
        best = language.getKey();
      }
    }
    return Optional.ofNullable(best);
  }
}
