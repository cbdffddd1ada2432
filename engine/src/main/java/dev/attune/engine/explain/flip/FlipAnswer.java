package dev.attune.engine.explain.flip;

import org.jspecify.annotations.Nullable;

/** What came of looking for a flip. */
public sealed interface FlipAnswer {
  /** The smallest one. */
  record Found(Flip flip) implements FlipAnswer {}

  /** Everything within the bounds was tried: no set of at most three changes turns the decision. */
  record None() implements FlipAnswer {}

  /** The search was cut; no smaller set than those tried so far turns the decision. */
  record Cut() implements FlipAnswer {}

  /** Null unless one was found. */
  default @Nullable Flip orNull() {
    return this instanceof Found found ? found.flip() : null;
  }
}
