/** Choosing among candidates, by one visible list of small policies. */
@NullMarked
package dev.attune.engine.arbitration;

import org.jspecify.annotations.NullMarked;
