package dev.attune.api.onboarding.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes spellings comparable: compatibility forms, case and accents fall away. */
final class Fold {
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Map<Character, String> LETTERS =
      Map.of('ß', "ss", 'ł', "l", 'ø', "o", 'æ', "ae", 'œ', "oe", 'ı', "i", 'đ', "d");

  private Fold() {}

  static String fold(String word) {
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (isPlain(lower)) return lower;
    String bare = Scripts.isJapanese(lower) ? lower : withoutAccents(lower);
    StringBuilder folded = new StringBuilder(bare.length());
    for (char letter : bare.toCharArray()) {
      folded.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
    }
    return folded.toString();
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(letter -> letter < 128);
  }

  /** Kana keep their voicing marks, which are letters and no accents. */
  private static String withoutAccents(String word) {
    return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }
}
