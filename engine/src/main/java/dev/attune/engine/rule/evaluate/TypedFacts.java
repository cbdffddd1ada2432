package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;

/** Makes the two facts whose types a vocabulary declares. Thread-safe. */
public interface TypedFacts {
  /** The {@code Profile} rules match on. */
  Object profile(Facts facts);

  /**
   * The {@code Visit} rules match on.
   *
   * @param facts for the moment and zone that ages are counted in
   */
  Object visit(VisitContext visit, Facts facts);
}
