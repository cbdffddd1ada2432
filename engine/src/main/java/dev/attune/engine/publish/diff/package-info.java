/** What differs between two releases, in the terms of rules and cards. */
@NullMarked
package dev.attune.engine.publish.diff;

import org.jspecify.annotations.NullMarked;
