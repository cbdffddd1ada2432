package dev.attune.api.onboarding.extract;

import java.lang.Character.UnicodeScript;

/** Tells apart the scripts that put no spaces between words. */
final class Scripts {
  private Scripts() {}

  static boolean isJapanese(String text) {
    return text.codePoints().anyMatch(Scripts::isKana);
  }

  static boolean isKana(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA || letter == 'ー';
  }

  static boolean isHan(int letter) {
    return UnicodeScript.of(letter) == UnicodeScript.HAN;
  }

  static boolean isCyrillic(int letter) {
    return UnicodeScript.of(letter) == UnicodeScript.CYRILLIC;
  }

  /** Each such letter is a word of its own. */
  static boolean standsAlone(int letter) {
    return isKana(letter) || isHan(letter);
  }
}
