/** The smallest change of facts that would turn a decision, found by running the engine. */
@NullMarked
package dev.attune.engine.explain.flip;

import org.jspecify.annotations.NullMarked;
