package dev.attune.engine.rule;

import dev.attune.engine.text.Place;

/** One statement of a rule's {@code then} part. */
public sealed interface Consequence permits Propose, Derive {
  /** Where the statement starts. */
  Place place();
}
