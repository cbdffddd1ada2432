/**
 * How many distinct results a placement may produce, and which rules to merge when it is too many.
 */
@NullMarked
package dev.attune.engine.publish.ceiling;

import org.jspecify.annotations.NullMarked;
