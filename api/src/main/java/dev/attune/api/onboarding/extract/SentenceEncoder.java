package dev.attune.api.onboarding.extract;

/** Turns a sentence into a vector in which like meanings lie close. Safe for any thread. */
@FunctionalInterface
interface SentenceEncoder {
  float[] encode(String sentence);
}
