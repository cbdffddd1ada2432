package dev.attune.api.onboarding.extract;

import java.util.List;
import java.util.stream.Collectors;

/** The form in which sentences reach the encoder, in training and in use. */
final class Phrase {
  private Phrase() {}

  static String normal(String sentence) {
    return normal(Tokenizer.tokens(sentence));
  }

  static String normal(List<Token> words) {
    return words.stream().map(Token::normal).collect(Collectors.joining(" "));
  }
}
