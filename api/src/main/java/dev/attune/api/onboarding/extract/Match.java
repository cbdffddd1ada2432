package dev.attune.api.onboarding.extract;

/**
 * A term met in a clause.
 *
 * @param from index of its first word
 * @param to index after its last word
 */
record Match(Term term, int from, int to) {
  String value() {
    return term.value();
  }

  boolean is(String kind) {
    return term.kind().equals(kind);
  }

  int length() {
    return to - from;
  }

  boolean overlaps(Match other) {
    return from < other.to && other.from < to;
  }
}
