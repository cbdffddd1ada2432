package dev.attune.api.onboarding.extract;

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

  boolean is(String word) {
    return normal.equals(word);
  }

  boolean isNumber() {
    return Character.isDigit(normal.charAt(0));
  }
}
