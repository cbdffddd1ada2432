/** From an edit to a release: drafts, what they must pass, numbered releases and their store. */
@NullMarked
package dev.attune.engine.publish;

import org.jspecify.annotations.NullMarked;
