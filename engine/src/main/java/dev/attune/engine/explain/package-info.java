/** Why a decision came out as it did, derived by running it again from its record. */
@NullMarked
package dev.attune.engine.explain;

import org.jspecify.annotations.NullMarked;
