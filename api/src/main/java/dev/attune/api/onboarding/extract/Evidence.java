package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ProfileIntake;

/**
 * Words that speak for or against a value.
 *
 * @param denied whether they say that the value does not hold
 * @param clause which clause of the message they stand in
 */
record Evidence(
    String field,
    Object value,
    boolean denied,
    double confidence,
    int clause,
    int from,
    int to,
    String method) {

  /** How sure the word lists are of a value that they find named of something else. */
  static final double ELSEWHERE = 0.25;

  private static final double DOUBTED = 0.5;

  static Evidence said(String field, Object value, double confidence, int clause, Match match) {
    return new Evidence(
        field, value, false, confidence, clause, match.from(), match.to(), "lexicon");
  }

  static Evidence denied(String field, Object value, int clause, Match match) {
    return new Evidence(field, value, true, 1, clause, match.from(), match.to(), "lexicon");
  }

  /** Whether it concludes from what somebody does to what they are. */
  boolean isDuty() {
    return field.equals("role") && confidence == RoleReader.DUTY;
  }

  /** The same words, held as sure as given. */
  Evidence sure(double confidence) {
    return new Evidence(field, value, denied, confidence, clause, from, to, method);
  }

  /** The same words, said not to hold. */
  Evidence toDenied() {
    return new Evidence(field, value, true, 1, clause, from, to, method);
  }

  /** The same words, no longer certain. */
  Evidence doubted() {
    return new Evidence(
        field, value, denied, Math.min(confidence, DOUBTED), clause, from, to, method);
  }

  CandidateFact fact(Reading reading) {
    Clause words = reading.clauses().get(clause);
    String quote = words.quote(reading.message(), from, to);
    if (quote.length() > ProfileIntake.LONGEST_QUOTE) {
      quote = quote.substring(0, ProfileIntake.LONGEST_QUOTE).strip();
    }
    return new CandidateFact(field, value, confidence, quote, method);
  }
}
