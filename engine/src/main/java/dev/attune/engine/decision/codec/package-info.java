/** Decision records as few bytes. */
@NullMarked
package dev.attune.engine.decision.codec;

import org.jspecify.annotations.NullMarked;
