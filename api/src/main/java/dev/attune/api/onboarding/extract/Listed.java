package dev.attune.api.onboarding.extract;

import java.util.List;
import java.util.stream.Stream;

/** What the word lists found in a message, to be asked about. */
record Listed(List<Evidence> all) {
  private static final double SURE = 0.65;

  /** What speaks for a value. */
  List<Evidence> of(String field, String value) {
    return about(field).filter(it -> it.value().equals(value)).toList();
  }

  /** How sure the surest of some words is; 0 where there are none. */
  static double highest(List<Evidence> evidence) {
    return evidence.stream().mapToDouble(Evidence::confidence).max().orElse(0);
  }

  /** Whether they only deny a value. */
  boolean denies(String field, String value) {
    return !field.equals(Likelihoods.GOALS)
        && of(field, value).isEmpty()
        && all.stream()
            .anyMatch(it -> it.denied() && it.field().equals(field) && it.value().equals(value));
  }

  /** Whether they name another of the listed values. */
  boolean namesRival(String field, String value) {
    return about(field)
        .anyMatch(
            it ->
                !it.value().equals(value)
                    && !it.value().equals(RoleReader.OTHER)
                    && it.confidence() >= SURE);
  }

  /** Whether they know a job that is none of the listed ones. */
  boolean namesOtherJob() {
    return all.stream()
        .anyMatch(it -> it.value().equals(RoleReader.OTHER) && it.confidence() >= SURE);
  }

  /** Whether a clause names any value of a field. */
  boolean isSureOf(String field, int clause) {
    return about(field).anyMatch(it -> it.clause() == clause && it.confidence() >= SURE);
  }

  Stream<Evidence> about(String field) {
    return all.stream().filter(it -> it.field().equals(field) && !it.denied());
  }
}
