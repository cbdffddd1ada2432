/** Recorded decisions run again on another release, and what that would change for whom. */
@NullMarked
package dev.attune.engine.publish.replay;

import org.jspecify.annotations.NullMarked;
