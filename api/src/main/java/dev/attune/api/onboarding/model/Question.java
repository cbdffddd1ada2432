package dev.attune.api.onboarding.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param session whose budget it is
 * @param instruction our own words only
 * @param message what the person wrote, masked; or the sentence to rephrase
 * @param format the form the answer must have; null for plain text
 */
record Question(
    String session, String instruction, String message, @Nullable ResponseFormat format) {
  private static final int CHARACTERS_PER_TOKEN = 3;

  /** A generous guess of the prompt's tokens, to set a budget aside before the provider counts. */
  long guessedTokens() {
    return (instruction.length() + message.length()) / CHARACTERS_PER_TOKEN + 1L;
  }
}
