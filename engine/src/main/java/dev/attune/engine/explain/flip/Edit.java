package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.flip.Flip.FactChange;
import java.util.function.UnaryOperator;

/**
 * One possible change of one fact.
 *
 * @param key what it changes; two edits of one key exclude each other
 * @param told the change in plain words
 */
record Edit(String key, FactChange told, UnaryOperator<Situation> change) {
  Situation apply(Situation situation) {
    return change.apply(situation);
  }
}
