package dev.attune.engine.fact;

import dev.attune.engine.fact.Change.Learnt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of two values of a profile field is believed: the better source, then the later time. Of
 * two at the same time a request to forget wins, then the greater text, so that the outcome never
 * depends on the order of arrival.
 */
final class Precedence {
  private Precedence() {}

  static boolean beats(Learnt one, Learnt other) {
    int bySource = other.provenance().source().compareTo(one.provenance().source());
    if (bySource != 0) return bySource > 0;
    int byTime = one.provenance().at().compareTo(other.provenance().at());
    if (byTime != 0) return byTime > 0;
    if (one.value() == null || other.value() == null) return one.value() == null;
    return text(one.value()).compareTo(text(other.value())) > 0;
  }

  private static String text(Object value) {
    return value instanceof Set<?> many ? new TreeSet<>(many).toString() : value.toString();
  }
}
