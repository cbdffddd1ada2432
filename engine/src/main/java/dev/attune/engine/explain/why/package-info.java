/** Answers the question why a decision came out as it did, and what would have turned it. */
@NullMarked
package dev.attune.engine.explain.why;

import org.jspecify.annotations.NullMarked;
