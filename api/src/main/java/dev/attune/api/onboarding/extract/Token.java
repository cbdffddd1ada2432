package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a message.
 *
 * @param text as a person wrote it
 * @param normal lower case, without accents, spelled right where that is certain
 * @param start where the word starts in the message
 * @param end where it ends, exclusive
 * @param before everything between the word before and this one
 */
record Token(String text, String normal, int start, int end, String before) {
  Token spelled(String right) {
    return new Token(text, right, start, end, before);
  }

  /** Several words that it stands for; what comes before it comes before the first of them. */
  List<Token> spelled(List<String> right) {
    List<Token> words = new ArrayList<>();
    for (String word : right) {
      words.add(new Token(text, word, start, end, words.isEmpty() ? before : ""));
    }
    return words;
  }

  boolean is(String word) {
    return normal.equals(word);
  }

  boolean isNumber() {
    return Character.isDigit(normal.charAt(0));
  }
}
