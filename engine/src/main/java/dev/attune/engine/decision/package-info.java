/** Deciding: one request in, one decision and its record out. */
@NullMarked
package dev.attune.engine.decision;

import org.jspecify.annotations.NullMarked;
