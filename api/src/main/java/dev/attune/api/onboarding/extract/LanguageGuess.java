package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** The likeliest ones; several when they are equally likely, none when nothing tells. */
  Set<Language> of(String message, List<Token> tokens) {
    if (Scripts.isJapanese(message)) return EnumSet.of(Language.JA);
    if (message.codePoints().anyMatch(Scripts::isHan)) return EnumSet.of(Language.ZH);
    if (message.codePoints().anyMatch(Scripts::isCyrillic)) return EnumSet.of(Language.RU);
    List<String> words = words(tokens);
    Set<Language> likeliest = EnumSet.noneOf(Language.class);
    int most = 1;
    for (Language language : smallWords.keySet()) {
      int weight = words.stream().mapToInt(word -> weight(language, word)).sum();
      if (weight > most) likeliest.clear();
      if (weight >= most) likeliest.add(language);
      most = Math.max(most, weight);
    }
    return likeliest;
  }

  /** The "l" and "d" of "L&D" are no French. */
  private static List<String> words(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean joined =
          isAmpersand(tokens.get(i)) || (i + 1 < tokens.size() && isAmpersand(tokens.get(i + 1)));
      if (!joined) words.add(tokens.get(i).normal());
    }
    return words;
  }

  private static boolean isAmpersand(Token token) {
    return token.before().equals("&");
  }

  boolean isSmallWord(Language language, String word) {
    return smallWords.getOrDefault(language, Set.of()).contains(word);
  }

  /** A word of one language only tells more. */
  private int weight(Language language, String word) {
    if (!isSmallWord(language, word)) return 0;
    return smallWords.values().stream().filter(words -> words.contains(word)).count() == 1 ? 3 : 1;
  }
}
